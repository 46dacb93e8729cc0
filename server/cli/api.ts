import type { Access } from './environment.ts';
import { Refused, Unreachable } from './errors.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

/** A file in the request itself: the variable at `path` stands for it (graphql-multipart-request-spec). */
export interface SentFile {
  readonly path: string;
  readonly name: string;
  readonly content: Blob;
}

/** The public API, for the holder of a key. */
export interface Api {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Throws Refused for what the server refuses, and Unreachable where it does not answer. */
  ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    file?: SentFile,
  ): Promise<Result>;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export function createApi({ url, apiKey }: Access): Api {
  const headers = { authorization: `Bearer ${apiKey}` };
  return {
    url,
    headers,
    async ask<Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      file?: SentFile,
    ): Promise<Result> {
      const operation = JSON.stringify({ query: document.toString(), variables });
      const request = file
        ? { headers, body: multipart(operation, file) }
        : { headers: { ...headers, ...JSON_BODY }, body: operation };
      const answer = await send<Result>(url, request);
      const [error] = answer.errors ?? [];
      if (error) throw new Refused(error.extensions?.code ?? 'UNKNOWN', error.message);
      if (!answer.data) throw new Unreachable(`${url} answers, but not as Sluice does.`);
      return answer.data;
    },
  };
}

const JSON_BODY = { 'content-type': 'application/json' };

async function send<Result>(url: string, request: RequestInit): Promise<Answer<Result>> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', ...request }).catch((cause: unknown) => {
    throw new Unreachable(`${url} does not answer: ${reasonOf(cause)}.`);
  });
  const text = await response.text().catch((cause: unknown) => {
    throw new Unreachable(`${url} broke off its answer: ${reasonOf(cause)}.`);
  });
  try {
    // What the server sends is of the types that are made from its schema.
    const answer: Answer<Result> = JSON.parse(text);
    return answer;
  } catch {
    throw new Unreachable(`${url} answers with status ${response.status}, and not as Sluice does.`);
  }
}

function multipart(operation: string, { path, name, content }: SentFile): FormData {
  const form = new FormData();
  form.append('operations', operation);
  form.append('map', JSON.stringify({ 0: [path] }));
  form.append('0', content, name);
  return form;
}

/** Node's fetch says "fetch failed", and why in its cause. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

/** The data of a mutation's success, or what the server refuses, thrown as Refused. */
export function accepted<Data>(answer: { readonly data: Data } | Refusal): Data {
  if ('data' in answer) return answer.data;
  const details = (answer.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Refused(answer.code, details.length > 0 ? details.join('\n') : answer.message);
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly { readonly path: readonly string[]; readonly message: string }[];
}
