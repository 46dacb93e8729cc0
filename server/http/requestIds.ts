import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

const HEADER = 'x-request-id';
/** What a proxy in front may have named the request; anything else is not worth a place in the log. */
const ACCEPTABLE = /^[\w.:-]{8,100}$/;

/** Gives each request an id that the log, the client's error and the response's x-request-id share. */
export interface RequestIds {
  readonly plugin: Plugin;
  /** The id of the request that is being answered; a new one outside of any. */
  current(): string;
}

export function createRequestIds(): RequestIds {
  const store = new AsyncLocalStorage<string>();
  const ids = new WeakMap<Request, string>();
  return {
    plugin: {
      onRequest({ request, requestHandler, setRequestHandler }) {
        const given = request.headers.get(HEADER);
        const id = given !== null && ACCEPTABLE.test(given) ? given : randomUUID();
        ids.set(request, id);
        setRequestHandler((each, context) => store.run(id, () => requestHandler(each, context)));
      },
      onResponse({ request, response }) {
        const id = ids.get(request);
        if (id !== undefined) response.headers.set(HEADER, id);
      },
    },
    current: () => store.getStore() ?? randomUUID(),
  };
}
