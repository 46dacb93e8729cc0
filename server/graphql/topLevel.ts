import { GraphQLError } from 'graphql';
import { errorAnswerOf } from './errors.ts';

/** For fields whose answer has no room for an error: what a mutation would answer becomes a top-level error. */
export async function topLevel<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    const told = errorAnswerOf(error);
    if (!told) throw error;
    throw new GraphQLError(told.message, { extensions: { code: told.code } });
  }
}
