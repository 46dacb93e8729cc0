import type { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { messageError } from '../graphql/errors.ts';
import { message } from '../messages/catalogue.ts';
import { createViewerCounts } from './viewerCounts.ts';

/** Bounds how many subscriptions one viewer has open in this process, over SSE and WebSocket together. */
export function streamLimits(most: number): Plugin<Context> {
  const streams = createViewerCounts(most);
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { viewer } = args.contextValue;
      // A anonymous is refused by what they subscribe to.
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
  return messageError(message('TOO_MANY_STREAMS', { limit }), {
    ...{ code: 'LIMIT_EXCEEDED', limit, http: { status: 429 } },
  });
}
