import { createBackoff } from './backoff.ts';
import { type TypedDocument, textOf } from './document.ts';
import { type ResponseError, reasonOf, refusalOf, Unreachable } from './errors.ts';
import { ImportProgressDocument, type ImportProgressSubscription, type ImportStatus } from './generated/graphql.ts';
import { multipart } from './multipart.ts';
import { stream } from './stream.ts';

export interface SluiceClientOptions {
  /** Where Sluice is, such as https://sluice.example.com; '' for the origin of the page. */
  readonly url: string;
  /** Sent as a bearer token. Absent in a page of Sluice's own origin: the session cookie. */
  readonly apiKey?: string | undefined;
  /** Sent with every request, such as a token of an identity provider. */
  readonly headers?: (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>) | undefined;
}

export interface WatchOptions<Result> {
  /** Whether this result is the last one. Absent: watched without end. */
  readonly isOver?: (result: Result) => boolean;
  /** Hears of each lost connection, which is opened again. */
  readonly onLost?: (failure: Unreachable) => void;
}

/** Snapshots of an import, as `watchImport` gives them. */
export type ImportSnapshot = ImportProgressSubscription['importProgress'];

/** The API of a Sluice server. All of it throws `Refused` and `Unreachable`. */
export interface SluiceClient {
  /** Without a slash at its end. */
  readonly url: string;
  /** Runs a query or a mutation. A Blob or File in the variables is sent along with the request. */
  request<Result, Variables = Record<string, unknown>>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** The results of a subscription until the server ends it or the loop is left. */
  subscribe<Result, Variables extends Record<string, unknown> = Record<string, unknown>>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
  ): AsyncGenerator<Result, void>;
  /** The same through lost connections: each is opened again, for five minutes of trying. */
  watch<Result, Variables extends Record<string, unknown> = Record<string, unknown>>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: WatchOptions<Result>,
  ): AsyncGenerator<Result, void>;
  /** The snapshots of an import until it has ended; the last one has its end. */
  watchImport(id: string): AsyncGenerator<ImportSnapshot, void>;
}

/** What makes a browser ask before it sends the request across origins, and so what the server trusts cookies with. */
const CSRF_HEADER = { 'x-graphql-yoga-csrf': '1' };

const ENDED: readonly ImportStatus[] = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE'];

/**
 * Connects to a Sluice server; nothing is sent before it is asked for.
 *
 * @example
 * const sluice = createSluiceClient({ url: 'http://localhost:4000', apiKey: process.env.SLUICE_API_KEY });
 * for await (const { status, percent } of sluice.watchImport(id)) console.log(status, percent);
 */
export function createSluiceClient(options: SluiceClientOptions): SluiceClient {
  const url = options.url.replace(/(?<!\/)\/+$/, '');
  const headers = async () => ({
    ...CSRF_HEADER,
    ...(options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` }),
    ...(await options.headers?.()),
  });
  const client: SluiceClient = {
    url,
    async request<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables) {
      return send<Result>(url, await headers(), { query: textOf(document), variables });
    },
    subscribe: (document, variables) => stream({ url, headers }, textOf(document), variables),
    watch: (document, variables, watching = {}) => watch(() => client.subscribe(document, variables), url, watching),
    async *watchImport(id) {
      const isOver = ({ importProgress }: ImportProgressSubscription) => ENDED.includes(importProgress.status);
      for await (const { importProgress } of client.watch(ImportProgressDocument, { id }, { isOver })) {
        yield importProgress;
      }
    },
  };
  return client;
}

/** A connection that never came about is not tried again: it is more likely a wrong URL than a server that restarts. */
async function* watch<Result>(
  open: () => AsyncGenerator<Result, void>,
  url: string,
  { isOver = () => false, onLost }: WatchOptions<Result>,
): AsyncGenerator<Result, void> {
  const backoff = createBackoff();
  let seen = false;
  for (;;) {
    // A server that stops ends its streams in an orderly way.
    let failure = new Unreachable(`${url} ended the stream.`);
    try {
      for await (const result of open()) {
        seen = true;
        backoff.reset();
        yield result;
        if (isOver(result)) return;
      }
    } catch (error) {
      if (!(error instanceof Unreachable) || !seen) throw error;
      failure = error;
    }
    onLost?.(failure);
    await backoff.wait(failure);
  }
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ResponseError[];
}

async function send<Result>(
  url: string,
  headers: Readonly<Record<string, string>>,
  operation: { readonly query: string; readonly variables: unknown },
): Promise<Result> {
  const form = multipart(operation);
  const request = form
    ? { headers, body: form }
    : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(operation) };
  const init = { method: 'POST', credentials: 'include', ...request } as const;
  const response = await fetch(`${url}/graphql`, init).catch((cause: unknown) => {
    throw new Unreachable(`${url} does not respond: ${reasonOf(cause)}.`);
  });
  const text = await response.text().catch((cause: unknown) => {
    throw new Unreachable(`${url} broke off its answer: ${reasonOf(cause)}.`);
  });
  const answer = parsed<Result>(text, url, response.status);
  const [error] = answer.errors ?? [];
  if (error) throw refusalOf(error);
  if (!answer.data) throw new Unreachable(`${url} answers, but not as Sluice does.`);
  return answer.data;
}

function parsed<Result>(text: string, url: string, status: number): Answer<Result> {
  try {
    // What the server sends is of the types that are made from its schema.
    const answer: Answer<Result> = JSON.parse(text);
    return answer;
  } catch {
    throw new Unreachable(`${url} answers with status ${status}, and not as Sluice does.`);
  }
}
