import type { Database, JobQueue } from '../engine/model/context.ts';
import { Conflict, InvalidInput } from '../engine/model/errors.ts';
import type { SecretBox } from '../engine/model/secretBox.ts';
import { addAuditEntry } from '../engine/store/auditTrail.ts';
import { message } from '../messages/catalogue.ts';
import { createWebhookSecret } from './signature.ts';
import { saveEmailDomains } from './store/saveEmailDomains.ts';
import { lockSecrets, replaceSecret } from './store/secrets.ts';
import { sendAgain } from './store/sendAgain.ts';

/** What administrators and editors decide of a project's notifications. Access is checked by the caller. */
export interface Notifications {
  /** Domains in lower case, in place of those before; throws InvalidInput. */
  allowEmailDomains(actor: string, projectId: string, domains: readonly string[]): Promise<readonly string[]>;
  /** A new secret, which is not shown again. The old secret also signs until `previousUntil`. */
  rotateWebhookSecret(
    actor: string,
    projectId: string,
  ): Promise<{ readonly secret: string; readonly previousUntil: Date | null }>;
  /** Throws Conflict for a message that is still being tried. */
  redeliver(
    actor: string,
    delivery: { readonly id: string; readonly importId: string; readonly projectId: string },
  ): Promise<void>;
}

export const MAX_DOMAINS = 20;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

export function createNotifications(options: {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly secretBox: SecretBox;
}): Notifications {
  const { database, jobs, secretBox } = options;
  return {
    async allowEmailDomains(actor, projectId, given) {
      const domains = [...new Set(given.map((domain) => domain.trim().toLowerCase()))].sort();
      checkDomains(domains);
      await database.transaction(async (tx) => {
        await saveEmailDomains(tx, projectId, domains);
        await addAuditEntry(tx, { projectId, actor, action: 'ALLOW_EMAIL_DOMAINS', detail: { domains } });
      });
      return domains;
    },
    async rotateWebhookSecret(actor, projectId) {
      const secret = createWebhookSecret();
      const previousUntil = await database.transaction(async (tx) => {
        await lockSecrets(tx, projectId);
        await addAuditEntry(tx, { projectId, actor, action: 'ROTATE_WEBHOOK_SECRET', detail: {} });
        return replaceSecret(tx, projectId, secretBox.close(secret));
      });
      return { secret, previousUntil };
    },
    async redeliver(actor, { id, importId, projectId }) {
      await database.transaction(async (tx) => {
        if (!(await sendAgain(tx, id))) {
          throw new Conflict(message('DELIVERY_PENDING'));
        }
        await addAuditEntry(tx, { projectId, importId, actor, action: 'REDELIVER', detail: { delivery: id } });
        await jobs.deliver(tx, id);
      });
    },
  };
}

function checkDomains(domains: readonly string[]): void {
  if (domains.length > MAX_DOMAINS) {
    throw new InvalidInput([{ path: ['domains'], message: message('TOO_MANY_DOMAINS', { count: MAX_DOMAINS }) }]);
  }
  const [issue, ...others] = domains.flatMap((domain, index) =>
    DOMAIN.test(domain) ? [] : [{ path: ['domains', String(index)], message: message('NO_DOMAIN', { name: domain }) }],
  );
  if (issue) throw new InvalidInput([issue, ...others]);
}
