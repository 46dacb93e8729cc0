import { createClient, NetworkError } from 'graphql-sse';
import type { Api } from './api.ts';
import { reasonOf } from './api.ts';
import { createBackoff } from './backoff.ts';
import { Refused, Unreachable } from './errors.ts';
import { exitOf } from './exitCodes.ts';
import { WatchImportDocument, type WatchImportSubscription } from './generated/graphql.ts';

export type Snapshot = WatchImportSubscription['importProgress'];

/** The server says something at least every 15 s: one that is silent for so long is gone. */
const SILENCE_MS = 40_000;

/**
 * The snapshots of an import until it is over. A lost connection is opened again, for five minutes of trying;
 * `onLost` hears of each loss. Throws Refused, and Unreachable when it gives up or never got through.
 */
export async function* snapshots(api: Api, id: string, onLost: () => void): AsyncGenerator<Snapshot, void> {
  const backoff = createBackoff();
  let seen = false;
  for (;;) {
    try {
      for await (const snapshot of stream(api, id)) {
        seen = true;
        backoff.reset();
        yield snapshot;
        if (exitOf(snapshot.status) !== null) return;
      }
      // A server that stops ends its streams in an orderly way.
      await lost(new Unreachable(`${api.url} ended the stream.`));
    } catch (error) {
      if (!(error instanceof Unreachable) || !seen) throw error;
      await lost(error);
    }
  }

  async function lost(failure: Unreachable): Promise<void> {
    onLost();
    await backoff.wait(failure);
  }
}

async function* stream(api: Api, id: string): AsyncGenerator<Snapshot, void> {
  const client = createClient({ url: `${api.url}/graphql`, headers: { ...api.headers }, retryAttempts: 0 });
  const events = client.iterate<WatchImportSubscription>({ query: WatchImportDocument.toString(), variables: { id } });
  try {
    for (;;) {
      const event = await heard(events.next());
      if (event.done) return;
      const { data, errors = [] } = event.value;
      const [error] = errors;
      if (error) throw refusal(error);
      if (data) yield data.importProgress;
    }
  } catch (error) {
    throw await explained(api, error);
  } finally {
    client.dispose();
  }
}

/** What comes, unless nothing comes for too long. */
async function heard<T>(coming: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable('The server fell silent.')), SILENCE_MS);
  });
  try {
    return await Promise.race([coming, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function refusal({ message, extensions }: { message: string; extensions?: Record<string, unknown> }): Refused {
  return new Refused(typeof extensions?.code === 'string' ? extensions.code : 'UNKNOWN', message);
}

/** A key that is refused, or a server that is away: the stream's own error says too little of the first. */
async function explained(api: Api, error: unknown): Promise<unknown> {
  if (!(error instanceof NetworkError)) return error instanceof TypeError ? unreachable(api, error) : error;
  const status = error.response?.status ?? 0;
  if (status < 400 || status >= 500) return unreachable(api, error);
  return new Refused(status === 401 ? 'UNAUTHENTICATED' : 'UNKNOWN', `The server refuses (status ${status}).`);
}

function unreachable(api: Api, error: Error): Unreachable {
  return new Unreachable(`${api.url} does not answer: ${reasonOf(error)}.`);
}
