import type { Logger } from 'pino';
import type { Database } from '../engine/model/context.ts';
import type { SecretBox } from '../engine/model/secretBox.ts';
import { message, messageText } from '../messages/catalogue.ts';
import type { Fetcher } from '../sources/fetch/types.ts';
import type { Attempt } from './attempt.ts';
import { mailAbout } from './mail.ts';
import type { Mailer } from './mailer.ts';
import { createWebhookSecret } from './signature.ts';
import { type Delivery, readDelivery } from './store/readDelivery.ts';
import { type DeliveryState, recordAttempt } from './store/recordAttempt.ts';
import { lockSecrets, readEncryptedSecrets, replaceSecret } from './store/secrets.ts';
import { retryDelay } from './waits.ts';
import { postWebhook } from './webhook.ts';

export interface DelivererOptions {
  readonly database: Database;
  readonly fetcher: Fetcher;
  /** Null: e-mails are logged and not sent. */
  readonly mailer: Mailer | null;
  readonly secretBox: SecretBox;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly log: Logger;
}

/**
 * Tries to send a message once, and keeps what came of it. After how many seconds to come back; null when nothing is
 * left to do. A process that dies in between has perhaps sent it: it is sent again, with the same id. Throws the
 * signal's reason when aborted.
 */
export type Deliver = (deliveryId: string, signal: AbortSignal) => Promise<number | null>;

/** A job's clock and the database's may differ by so much, in seconds. */
const EARLY_SECONDS = 1;

export function createDeliver(options: DelivererOptions): Deliver {
  return async (id, signal) => {
    const delivery = await readDelivery(options.database, id);
    if (!delivery) return null;
    if (delivery.dueInSeconds > EARLY_SECONDS) return delivery.dueInSeconds;
    signal.throwIfAborted();
    const at = new Date();
    const attempt = await send(options, delivery, signal);
    const durationMs = Date.now() - at.getTime();
    const status = attempt.kind === 'notSent' ? null : attempt.status;
    const error = attempt.kind === 'delivered' ? null : attempt.error;
    const state = stateAfter(attempt, delivery.tries + 1);
    await recordAttempt(options.database, id, { at: at.toISOString(), durationMs, status, error }, state);
    // Neither address nor URL: the log is read by others than the project's members.
    const about = { import: delivery.importId, delivery: id, kind: delivery.kind, status, durationMs };
    if (error !== null)
      options.log.warn({ ...about, state: state.status, error: messageText(error) }, 'a message was not delivered');
    else options.log.info(about, 'a message was delivered');
    return state.status === 'PENDING' ? state.dueInSeconds : null;
  };
}

function stateAfter(attempt: Attempt, tries: number): DeliveryState {
  if (attempt.kind === 'delivered') return { status: 'DELIVERED' };
  if (attempt.kind === 'notSent') return { status: 'NOT_SENT' };
  const wait = attempt.isFinal ? null : retryDelay(tries, attempt.retryAfterSeconds);
  return wait === null ? { status: 'FAILED' } : { status: 'PENDING', dueInSeconds: wait };
}

async function send(options: DelivererOptions, delivery: Delivery, signal: AbortSignal): Promise<Attempt> {
  const url = (importId: string): string => `${options.publicUrl}/#/imports/${importId}/show`;
  if (delivery.kind === 'EMAIL') {
    if (!options.mailer) return { kind: 'notSent', error: message('NO_MAIL_SERVER') };
    return options.mailer.send(delivery.target, delivery.id, mailAbout(delivery.payload, url(delivery.importId)));
  }
  const secrets = await secretsOf(options, delivery.projectId);
  if (secrets.length === 0) return UNREADABLE;
  return postWebhook(delivery, secrets, { fetcher: options.fetcher, url, signal });
}

const UNREADABLE: Attempt = {
  kind: 'failed',
  status: null,
  error: message('WEBHOOK_SECRET'),
  isFinal: false,
  retryAfterSeconds: null,
};

/** What signs now. A project that never asked for a secret gets one, so that no webhook goes out unsigned. */
async function secretsOf({ database, secretBox }: DelivererOptions, projectId: string): Promise<string[]> {
  let encrypted = await readEncryptedSecrets(database, projectId);
  if (encrypted.length === 0) {
    encrypted = await database.transaction(async (tx) => {
      await lockSecrets(tx, projectId);
      const made = await readEncryptedSecrets(tx, projectId);
      if (made.length === 0) await replaceSecret(tx, projectId, secretBox.close(createWebhookSecret()));
      return made.length > 0 ? made : readEncryptedSecrets(tx, projectId);
    });
  }
  return encrypted.flatMap((each) => secretBox.open(each) ?? []);
}
