import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../sdk/records.ts';
import type { EndedImport, ImportStatus } from '../model/import.ts';

import { readProgress } from './progress.ts';

interface Wanted {
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly notifyEmails: readonly string[];
  readonly webhookUrl: string | null;
  readonly about: Omit<EndedImport, 'counts' | 'errors'>;
}

/**
 * Writes a message for everybody who wanted to be told how this import ends, with the import as it is now: one for each
 * address and one for the webhook. Their ids; empty where nobody wanted it.
 */
export async function addDeliveries(tx: Db, importId: string): Promise<string[]> {
  const [wanted] = await tx.query<Wanted>(
    `SELECT import.project_id AS "projectId", status, notify_emails AS "notifyEmails", webhook_url AS "webhookUrl",
            json_build_object('importId', import.id, 'projectId', import.project_id, 'projectName', project.name,
              'importer', importer_name, 'status', status, 'statusReason', status_reason, 'dryRun', dry_run,
              'sourceName', source_name, 'createdBy', created_by, 'createdAt', import.created_at,
              'startedAt', started_at, 'finishedAt', finished_at) AS about
       FROM import JOIN project ON project.id = import.project_id
      WHERE import.id = $1 AND (webhook_url IS NOT NULL OR cardinality(notify_emails) > 0)`,
    [importId],
  );
  if (!wanted) return [];
  const [progress] = await readProgress(tx, [importId]);
  // Samples of errors are values of rows: they stay here.
  const errors = progress?.errorSummary.map(({ code, field, count }) => ({ code, field, count })) ?? [];
  const payload = JSON.stringify({ ...wanted.about, counts: progress?.counts, errors });
  const targets = [
    ...wanted.notifyEmails.map((target) => ({ id: uuidv7(), kind: 'EMAIL', target })),
    ...(wanted.webhookUrl === null ? [] : [{ id: uuidv7(), kind: 'WEBHOOK', target: wanted.webhookUrl }]),
  ];
  await tx.query(
    `INSERT INTO delivery (id, import_id, project_id, event, payload, kind, target)
     SELECT id, $1, $2, $3, $4::jsonb, kind::delivery_kind, target
       FROM unnest($5::uuid[], $6::text[], $7::text[]) AS message(id, kind, target)`,
    [
      importId,
      wanted.projectId,
      `import.${wanted.status.toLowerCase()}`,
      payload,
      targets.map(({ id }) => id),
      targets.map(({ kind }) => kind),
      targets.map(({ target }) => target),
    ],
  );
  return targets.map(({ id }) => id);
}

/** Messages that should have been sent by now. */
export async function listDueDeliveries(db: Db): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM delivery WHERE status = 'PENDING' AND due_at < now() ORDER BY due_at LIMIT 1000`,
  );
  return rows.map(({ id }) => id);
}

export interface Recipients {
  /** Those of the addresses that are members'. */
  readonly members: readonly string[];
  readonly domains: readonly string[];
}

/** Who may be notified of a project's imports. `emails` are in lower case. */
export async function readRecipients(db: Db, projectId: string, emails: readonly string[]): Promise<Recipients> {
  const [row] = await db.query<Recipients>(
    `SELECT coalesce((SELECT email_domains FROM notification_settings WHERE project_id = $1), '{}') AS domains,
            ARRAY(SELECT email FROM member JOIN "user" ON "user".id = member.user_id
                   WHERE project_id = $1 AND email = ANY($2::text[])) AS members`,
    [projectId, emails],
  );
  return row ?? { members: [], domains: [] };
}
