import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { isBusy } from '../database/busy.ts';
import { messageError } from '../graphql/errors.ts';
import { message, messageText } from '../messages/catalogue.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import { bodyTooLarge } from './refuseBody.ts';

/** What a client hears when the database has no time for it. */
export const DATABASE_BUSY = messageText(message('DATABASE_BUSY'));

/**
 * What a client sees of an error: those meant for it with a code, a database without time as DATABASE_BUSY, any other
 * one as INTERNAL_ERROR; these two with the request's id, under which the log has the whole of it.
 */
export function maskError(error: unknown, requestId: string, log: Logger): GraphQLError {
  if (error instanceof GraphQLError && isMeantForClients(error)) return withCode(error);
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const path = error instanceof GraphQLError ? error.path : undefined;
  const where = {
    ...(error instanceof GraphQLError && error.nodes ? { nodes: error.nodes } : {}),
    ...(path ? { path } : {}),
  };
  if (isBusy(cause)) {
    log.warn({ err: cause, requestId, path }, 'the database was too busy for an operation');
    return messageError(message('DATABASE_BUSY'), { code: 'DATABASE_BUSY', requestId }, where);
  }
  log.error({ err: cause, requestId, path }, 'an operation failed unexpectedly');
  return messageError(message('INTERNAL_ERROR'), { code: 'INTERNAL_ERROR', requestId }, where);
}

/** A GraphQLError all the way down was made by GraphQL itself or thrown by us on purpose. */
function isMeantForClients(error: GraphQLError): boolean {
  const { originalError } = error;
  if (originalError == null) return true;
  return originalError instanceof GraphQLError && isMeantForClients(originalError);
}

function withCode(error: GraphQLError): GraphQLError {
  if (isTooLarge(error)) return tooLarge();
  if (error.extensions.code !== undefined) return error;
  // Variables that do not fit, for one: GraphQL gives those no code. `spec` leaves 200 to clients of application/json.
  const extensions = { ...error.extensions, code: 'BAD_USER_INPUT', http: { spec: true, status: 400 } };
  return new GraphQLError(error.message, { ...(error.nodes ? { nodes: error.nodes } : {}), extensions });
}

/** Yoga's parser of multipart bodies wraps what it hears of the limit, and keeps its words only. */
function isTooLarge(error: GraphQLError): boolean {
  return error.extensions.code === 'REQUEST_ENTITY_TOO_LARGE' || /Request body too large$/.test(error.message);
}

function tooLarge(): GraphQLError {
  const { message, extensions } = bodyTooLarge(MAX_BODY_BYTES);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 413 } } });
}
