import { createClient, NetworkError } from 'graphql-sse';
import { Refused, reasonOf, refusalOf, Unreachable } from './errors.ts';

/** Where a stream is opened, and by whom. */
export interface StreamOptions {
  /** Of the server, without a slash at its end. */
  readonly url: string;
  readonly headers: () => Promise<Record<string, string>>;
}

/** The server sends something at least every 15 s: one that is silent for so long is gone. */
const SILENCE_MS = 40_000;

/** The results of a subscription until the server ends it. Throws Refused, and Unreachable when the connection is lost. */
export async function* stream<Result>(
  options: StreamOptions,
  query: string,
  variables: Record<string, unknown>,
): AsyncGenerator<Result, void> {
  const { url, headers } = options;
  const client = createClient({ url: `${url}/graphql`, headers, credentials: 'include', retryAttempts: 0 });
  const events = client.iterate<Result>({ query, variables });
  try {
    for (;;) {
      const event = await heard(events.next());
      if (event.done) return;
      const { data, errors = [] } = event.value;
      const [error] = errors;
      if (error) throw refusalOf(error);
      if (data) yield data;
    }
  } catch (error) {
    throw explained(url, error);
  } finally {
    client.dispose();
  }
}

/** What comes, unless nothing comes for too long. */
async function heard<T>(coming: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable('The server fell silent.')), SILENCE_MS);
  });
  try {
    return await Promise.race([coming, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** A key that is refused, or a server that is away: the stream's own error says too little of the first. */
function explained(url: string, error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error instanceof TypeError ? unreachable(url, error) : error;
  const status: number = error.response?.status ?? 0;
  if (status < 400 || status >= 500) return unreachable(url, error);
  return new Refused(status === 401 ? 'UNAUTHENTICATED' : 'UNKNOWN', `The server refuses (status ${status}).`);
}

function unreachable(url: string, error: Error): Unreachable {
  return new Unreachable(`${url} does not respond: ${reasonOf(error)}.`);
}
