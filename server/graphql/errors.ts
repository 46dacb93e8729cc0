import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { Forbidden } from '../auth/errors.ts';
import { Conflict, InvalidInput, LimitExceeded, NotFound, StoreUnreachable } from '../engine/model/errors.ts';
import { messageText } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';
import type { ErrorShape, ObjectShapes } from './shapes.ts';

export type ErrorName =
  | 'InvalidInputError'
  | 'NotFoundError'
  | 'ForbiddenError'
  | 'ConflictError'
  | 'LimitExceededError';
type Tagged<Name extends keyof ObjectShapes> = { readonly __typename: Name } & ObjectShapes[Name];

/** An error that a client gets as a value; `__typename` picks its type in the union. */
export type ErrorResult = { [Name in ErrorName]: Tagged<Name> }[ErrorName];

/** Runs a command and returns the errors of the contract as values. Any other error is rethrown and masked. */
export async function toResult<Success>(command: () => Promise<Success>): Promise<Success | ErrorResult> {
  try {
    return await command();
  } catch (error) {
    const result = errorResultOf(error);
    if (result) return result;
    throw error;
  }
}

export function errorResultOf(error: unknown): ErrorResult | null {
  if (error instanceof InvalidInput)
    return { __typename: 'InvalidInputError', ...fieldsOf(error), issues: error.issues };
  if (error instanceof NotFound) return { __typename: 'NotFoundError', ...fieldsOf(error) };
  if (error instanceof Forbidden) return { __typename: 'ForbiddenError', ...fieldsOf(error) };
  if (error instanceof Conflict || error instanceof StoreUnreachable)
    return { __typename: 'ConflictError', ...fieldsOf(error) };
  if (error instanceof LimitExceeded) {
    const { limit, retryAfterSeconds } = error;
    return { __typename: 'LimitExceededError', ...fieldsOf(error), limit, retryAfterSeconds };
  }
  return null;
}

function fieldsOf({ reason }: { readonly reason: Message }): ErrorShape {
  return { message: messageText(reason), code: reason.code, params: reason.params ?? {} };
}

/** For fields whose type has no room for an error: what a mutation returns as a value becomes a top-level error. */
export async function toGraphQLError<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    const result = errorResultOf(error);
    if (!result) throw error;
    const { code, params } = result;
    if (!('issues' in result))
      throw new GraphQLError(result.message, { extensions: { code, reason: { code, params } } });
    const issues = result.issues.map(({ path, message: reason }) => ({ path, ...printed(reason) }));
    throw new GraphQLError(result.message, { extensions: { code, reason: issues[0] ?? { code, params }, issues } });
  }
}

/** As InputIssue has it. */
function printed(reason: Message) {
  return { code: reason.code, params: reason.params ?? {}, message: messageText(reason) };
}

/** A top-level error with a sentence of the catalogue: `extensions.reason` is what a client translates. */
export function messageError(
  message: Message,
  extensions: { readonly code?: string; readonly [name: string]: unknown } = {},
  options: Omit<GraphQLErrorOptions, 'extensions'> = {},
): GraphQLError {
  const { code, params = {} } = message;
  return new GraphQLError(messageText(message), {
    ...options,
    extensions: { ...extensions, reason: { code, params } },
  });
}
