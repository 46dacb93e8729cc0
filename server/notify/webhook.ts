import type { EndedImport } from '../engine/model/import.ts';
import { message, messageText } from '../messages/catalogue.ts';
import { FetchError } from '../sources/fetch/errors.ts';
import { retryAfterMs } from '../sources/fetch/retryAfter.ts';
import type { Fetcher } from '../sources/fetch/types.ts';
import type { Attempt } from './attempt.ts';
import { signedHeaders } from './signature.ts';
import type { Delivery } from './store/readDelivery.ts';

/** For a whole webhook, in ms. */
export const WEBHOOK_TIMEOUT_MS = 15_000;
/** A response is read completely to keep the connection; a longer response is cut off. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** "The endpoint is gone": the specification has senders stop at once. */
const GONE = 410;

export interface WebhookOptions {
  readonly fetcher: Fetcher;
  readonly url: (importId: string) => string;
  readonly signal: AbortSignal;
}

/** What a webhook says: the same in every attempt. */
export function webhookBody({ event, createdAt, payload }: Delivery, url: string): string {
  return JSON.stringify({ type: event, timestamp: createdAt.toISOString(), data: dataOf(payload, url) });
}

/** Posts the message once, signed with each of the secrets. Throws the signal's reason when aborted. */
export async function postWebhook(
  delivery: Delivery,
  secrets: readonly string[],
  { fetcher, url, signal }: WebhookOptions,
): Promise<Attempt> {
  const body = webhookBody(delivery, url(delivery.payload.importId));
  const headers = signedHeaders(secrets, { id: `msg_${delivery.id}`, at: new Date(), body });
  try {
    const answer = await fetcher.request(delivery.target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
      timeoutMs: WEBHOOK_TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
    // What it says is of no interest; reading it gives the connection back.
    answer.body.on('error', () => undefined).resume();
    return judged(answer.status, answer.headers['retry-after']);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    return {
      kind: 'failed',
      status: error.status,
      error: error.reason,
      isFinal: !error.retryable,
      retryAfterSeconds: null,
    };
  }
}

function judged(status: number, retryAfter: string | undefined): Attempt {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  const asked = retryAfterMs(retryAfter);
  return {
    ...{ kind: 'failed', status, error: message('RECEIVER_REFUSED', { code: status }), isFinal: status === GONE },
    retryAfterSeconds: asked === null ? null : asked / 1000,
  };
}

function dataOf({ importId, ...rest }: EndedImport, url: string): object {
  const { statusReason } = rest;
  const reason = statusReason && { ...statusReason, text: messageText(statusReason) };
  return { id: importId, ...rest, statusReason: reason, url };
}
