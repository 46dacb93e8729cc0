import { multipart } from '../../../client/multipart.ts';
import type { TypedDocumentString } from '../../gql/generated/graphql.ts';
import { type ErrorReason, SluiceError, UNAUTHENTICATED, UNREACHABLE } from './errors.ts';
import { isRecord } from './json.ts';

export interface ClientOptions {
  /** Where the server is: '' for the page's own origin, else an origin without a slash at its end. */
  readonly url: string;
  /** Sent with every request, such as a bearer token of the host's own; absent: the session cookie. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

export interface GraphqlClient {
  /** Runs a query or mutation. Files in the variables go as multipart. Throws SluiceError. */
  request<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result>;
  /** A file of the server's, by its URL: of whatever host it names, it is asked of this server. Throws SluiceError. */
  download(url: string): Promise<Blob>;
}

/** What makes a browser ask before it sends the request across origins, and so what the server trusts cookies with. */
export const CSRF_HEADER = { 'x-graphql-yoga-csrf': '1' };

export function createClient({ url, headers }: ClientOptions): GraphqlClient {
  return {
    async request<Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      signal?: AbortSignal,
    ) {
      const operation = { query: document.toString(), variables };
      const form = multipart(operation);
      const response = await reach(`${url}/graphql`, {
        method: 'POST',
        credentials: 'include',
        headers: {
          ...CSRF_HEADER,
          ...(form ? {} : { 'content-type': 'application/json' }),
          accept: 'application/graphql-response+json, application/json',
          ...headers?.(),
        },
        body: form ?? JSON.stringify(operation),
        signal: signal ?? null,
      });
      return readAnswer<Result>(response);
    },
    async download(address) {
      const { pathname, search } = new URL(address, globalThis.location.href);
      const response = await reach(`${url}${pathname}${search}`, {
        credentials: 'include',
        headers: { ...headers?.() },
      });
      if (!response.ok) throw downloadError(response.status);
      return response.blob();
    },
  };
}

function downloadError(status: number): SluiceError {
  if (status === 401) return new SluiceError(UNAUTHENTICATED, 'sluice.live.refused');
  if (status === 404) return new SluiceError('NOT_FOUND', 'sluice.error.no_download');
  return unreachable();
}

function unreachable(): SluiceError {
  return new SluiceError(UNREACHABLE, 'sluice.error.unreachable');
}

function broken(): SluiceError {
  return new SluiceError('INTERNAL', 'sluice.messages.INTERNAL_ERROR');
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

async function readAnswer<Result>(response: Response): Promise<Result> {
  const answer: unknown = await response.json().catch(() => null);
  if (!isRecord(answer)) throw unreachable();
  const { data, errors } = answer;
  // An error deep inside leaves a null there, which pages take; one that took the answer itself is thrown.
  if (Array.isArray(errors) && !isAnswered(data)) throw firstError(errors);
  if (!isRecord(data)) throw broken();
  // The server holds to the schema that Result was generated from; nothing in JavaScript could check it here.
  return data as Result;
}

function isAnswered(data: unknown): boolean {
  return isRecord(data) && Object.values(data).every((value) => value !== null);
}

/** The first of a GraphQL answer's errors as a SluiceError. */
export function firstError(errors: readonly unknown[]): SluiceError {
  const [error] = errors;
  if (!isRecord(error) || typeof error.message !== 'string') return broken();
  const { code, reason } = isRecord(error.extensions) ? error.extensions : {};
  return new SluiceError(typeof code === 'string' ? code : 'INTERNAL', error.message, { reason: reasonOf(reason) });
}

function reasonOf(reason: unknown): ErrorReason | null {
  if (!isRecord(reason) || typeof reason.code !== 'string') return null;
  return { code: reason.code, params: reason.params };
}
