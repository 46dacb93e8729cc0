import { type Client, CloseCode, createClient } from 'graphql-ws';
import type { TypedDocumentString } from '../../gql/generated/graphql.ts';
import { type ClientOptions, firstError } from '../api/client.ts';
import { isRefused, isSignedOut } from '../api/errors.ts';
import { isRecord } from '../api/json.ts';
import { createWatchdog } from './watchdog.ts';

/**
 * `idle`: nothing is watched. `lost`: the connection was live, or should be, and is being reopened. `refused`: the
 * server no longer accepts the viewer; the connection retries rarely, since a host may get a new token.
 */
export type LiveState = 'idle' | 'connecting' | 'live' | 'lost' | 'refused';

export interface Watch<Result> {
  readonly next: (result: Result) => void;
  /** Whether the stream has said all it will; when it ends before that, it is opened again. */
  readonly isOver: () => boolean;
}

/** The one connection to the server's streams, shared by all pages, open while any of them watches. */
export interface LiveConnection {
  /** Follows a subscription through lost connections until the returned function is called. */
  watch<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    watch: Watch<Result>,
  ): () => void;
  state(): LiveState;
  onState(listener: () => void): () => void;
  /**
   * Called when cached data may be stale: a lost connection is back, or the server ended it because the viewer lost
   * access (which the next query finds out).
   */
  onStale(listener: () => void): () => void;
  /** Closes the socket, so that the next one uses the cookie of the current user. */
  reset(): void;
}

/** A dead server behind a proxy leaves the socket open: pings that nothing answers are the only sign. */
const PING_MS = 5000;
const REOPEN_MS = 1000;
const LONGEST_WAIT_MS = 5000;
const REFUSED_WAIT_MS = 30_000;
/** Pages come and go while one navigates; the socket stays for the next. */
const LINGER_MS = 3000;

export function createLiveConnection({ url, headers }: ClientOptions): LiveConnection {
  const listeners = new Set<() => void>();
  const stale = new Set<() => void>();
  let state: LiveState = 'idle';
  let watchers = 0;
  let client = open();

  function become(next: LiveState): void {
    if (next === state) return;
    const wasAway = state === 'lost' || state === 'refused';
    state = next;
    for (const listener of listeners) listener();
    if (next === 'refused' || (wasAway && next === 'live')) tellStale();
  }

  function tellStale(): void {
    for (const listener of stale) listener();
  }

  function open(): Client {
    const watchdog = createWatchdog(PING_MS, () => client.terminate());
    return createClient({
      url: socketUrl(url),
      connectionParams: () => ({ ...headers?.() }),
      lazyCloseTimeout: LINGER_MS,
      keepAlive: PING_MS,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (retries) =>
        wait(
          state === 'refused'
            ? REFUSED_WAIT_MS
            : Math.min(LONGEST_WAIT_MS, 500 * 2 ** retries) * (0.75 + Math.random() / 2),
        ),
      on: {
        connecting: () => become(state === 'idle' ? 'connecting' : state),
        connected: () => become('live'),
        message: () => watchdog.heard(),
        ping: (received) => received || watchdog.asked(),
        closed: (event) => {
          watchdog.heard();
          become(watchers === 0 ? 'idle' : isRefusal(event) ? 'refused' : 'lost');
        },
      },
    });
  }

  return {
    watch(document, variables, watch) {
      let stopped = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let unsubscribe = () => {};
      watchers += 1;

      const reopen = () => {
        if (!stopped && !watch.isOver()) timer = setTimeout(start, REOPEN_MS);
      };
      const refused = (error: unknown) => {
        // An old connection keeps its old identity: only a new connection sends the current cookie or token.
        if (isSignedOut(error)) client.terminate();
        // Do not retry what the viewer can no longer see. The pages find out and say so.
        if (isRefused(error)) tellStale();
        else reopen();
      };
      const start = () => {
        unsubscribe = client.subscribe(
          { query: document.toString(), variables },
          {
            next: ({ data, errors }) => {
              // The schema that Result was generated from types the stream; nothing here could check it.
              if (isRecord(data)) watch.next(data as never);
              else if (errors) refused(firstError(errors));
            },
            error: (error) => refused(Array.isArray(error) ? firstError(error) : error),
            complete: reopen,
          },
        );
      };
      start();

      return () => {
        stopped = true;
        watchers -= 1;
        clearTimeout(timer);
        unsubscribe();
        if (watchers === 0 && (state === 'lost' || state === 'refused')) become('idle');
      };
    },
    state: () => state,
    onState: (listener) => addTo(listeners, listener),
    onStale: (listener) => addTo(stale, listener),
    reset() {
      void client.dispose();
      client = open();
      become('idle');
    },
  };
}

function isRefusal(event: unknown): boolean {
  return event instanceof CloseEvent && event.code === CloseCode.Forbidden;
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function socketUrl(url: string): string {
  const graphql = new URL(`${url}/graphql`, window.location.href);
  graphql.protocol = graphql.protocol === 'https:' ? 'wss:' : 'ws:';
  return graphql.href;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
