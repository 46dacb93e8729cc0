import { createSourceEventStream, type DocumentNode, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';

/** A result that yoga writes as the text that it was made into once. */
interface WrittenResult extends ExecutionResult {
  stringify?: () => string;
}

/**
 * A snapshot is executed once for all subscribers with the same document, however many there are: they differ only in
 * who they are, and a snapshot is the same for every viewer with access (access is checked before the stream starts and
 * guarded while it lasts).
 */
export function sharedSnapshots(): Plugin<Context> {
  const results = new WeakMap<object, WeakMap<DocumentNode, Map<string, Promise<WrittenResult>>>>();

  function resultOf(args: ExecutionArgs, variables: string, snapshot: unknown): Promise<WrittenResult> {
    if (typeof snapshot !== 'object' || snapshot === null) return executed(args, snapshot);
    const byDocument = obtain(
      results,
      snapshot,
      () => new WeakMap<DocumentNode, Map<string, Promise<WrittenResult>>>(),
    );
    const byVariables = obtain(byDocument, args.document, () => new Map<string, Promise<WrittenResult>>());
    return obtain(byVariables, variables, () => executed(args, snapshot));
  }

  return {
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn(async (args: ExecutionArgs) => {
        const snapshots = await createSourceEventStream(args);
        if (!isAsyncIterable(snapshots)) return snapshots;
        const variables = JSON.stringify([args.operationName, args.variableValues]);
        return mapped(snapshots, (snapshot) => resultOf(args, variables, snapshot));
      });
    },
  };
}

async function executed(args: ExecutionArgs, snapshot: unknown): Promise<WrittenResult> {
  const result: WrittenResult = await execute({ ...args, rootValue: snapshot });
  // Errors are masked for each client, with the id of its own request.
  if (result.errors) return result;
  const text = JSON.stringify(result);
  return Object.defineProperty(result, 'stringify', { value: () => text, enumerable: false });
}

function obtain<Key, Value>(
  map: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  create: () => Value,
): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = create();
  map.set(key, made);
  return made;
}

/** Not a generator: one that waits for its next value cannot be ended. */
function mapped<From, To>(
  source: AsyncIterable<From>,
  map: (value: From) => Promise<To>,
): AsyncIterableIterator<To, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const end = { done: true, value: undefined } as const;
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? end : { done: false, value: await map(value) };
    },
    async return() {
      await iterator.return?.();
      return end;
    },
    async throw(error: unknown) {
      await iterator.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
