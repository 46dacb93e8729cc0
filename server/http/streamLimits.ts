import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { createViewerCounts } from './viewerCounts.ts';

/** Bounds how many subscriptions one viewer has open in this process, over SSE and WebSocket together. */
export function streamLimits(most: number): Plugin<Context> {
  const streams = createViewerCounts(most);
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { viewer } = args.contextValue;
      // A stranger is refused by what they subscribe to.
      if (viewer === null) return undefined;
      const giveBack = streams.take(viewer.id);
      if (giveBack === null) {
        setResultAndStopExecution({ errors: [tooMany(most)] });
        return undefined;
      }
      return {
        onSubscribeResult({ result }) {
          if (isAsyncIterable(result)) return { onEnd: giveBack };
          giveBack();
          return undefined;
        },
        onSubscribeError: giveBack,
      };
    },
  };
}

function tooMany(limit: number): GraphQLError {
  return new GraphQLError(`At most ${limit} subscriptions of one person or key: end some first.`, {
    extensions: { code: 'LIMIT_EXCEEDED', limit, http: { status: 429 } },
  });
}
