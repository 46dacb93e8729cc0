import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';

/**
 * What a client sees of an error: those meant for it as they are, any other one as INTERNAL_ERROR with the request's
 * id, under which the log has the whole of it.
 */
export function maskError(error: unknown, requestId: string, log: Logger): GraphQLError {
  if (error instanceof GraphQLError && isMeantForClients(error)) return error;
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const path = error instanceof GraphQLError ? error.path : undefined;
  log.error({ err: cause, requestId, path }, 'an operation failed unexpectedly');
  return new GraphQLError('Something went wrong on the server. Try again; if it stays, report the request id.', {
    ...(error instanceof GraphQLError && error.nodes ? { nodes: error.nodes } : {}),
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_ERROR', requestId },
  });
}

/** A GraphQLError all the way down was made by GraphQL itself or thrown by us on purpose. */
function isMeantForClients(error: GraphQLError): boolean {
  const { originalError } = error;
  if (originalError == null) return true;
  return originalError instanceof GraphQLError && isMeantForClients(originalError);
}
