import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import { canonicalJson } from '../../sdk/canonical.ts';
import type { JsonObject } from '../../sdk/json.ts';
import { SourceError, type SourceFormat } from '../../sources/types.ts';
import { runInline, waitForEnd } from '../apply/runInline.ts';
import { type EngineContext, planStore } from '../model/context.ts';
import { Conflict, InvalidInput } from '../model/errors.ts';
import type { StartImport } from '../model/requests.ts';
import { decideMode } from '../plan/mode.ts';
import type { RowSource } from '../plan/rowSource.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { findByIdempotencyKey, findSameSource, insertImport } from '../store/imports.ts';
import { saveStoredFile } from '../store/storedFiles.ts';
import { addWarnings } from '../store/warnings.ts';
import { checkNotifications } from './checkNotifications.ts';
import { type CheckedStart, checkStart } from './checkStart.ts';
import { openInput } from './openInput.ts';
import { requireStartable } from './switchStarting.ts';

/**
 * Starts an import: checks the input, makes the bytes durable, writes the import and its plan job in one transaction.
 * A small source is done when this returns, with `work`; the exceptions are those of waitForEnd. Gives the import's
 * id; with an idempotency key, perhaps an earlier one's.
 */
export async function startImport(
  context: EngineContext,
  actor: string,
  input: StartImport,
  work: EngineContext = context,
): Promise<string> {
  const checked = checkStart(context.importers, input);
  const notifyEmails = await checkNotifications(context.database, input);
  const opened = await openInput(context, input.projectId, input.source);
  const sourceFormat = opened.readLater === null ? await previewSource(checked, opened.rows) : null;
  const identity = await opened.rows.hash();
  // What a URL gives is known once it is fetched.
  const sha256 = opened.ref.kind === 'url' ? null : identity;
  const inputHash = hashInput(input, checked, identity);
  const earlier = await findEarlier(context, input, inputHash);
  if (earlier !== null) return earlier;
  await requireStartable(context.database, checked.importer.name);

  const { mode, reason } = await decideMode(opened, sourceFormat, input.mode ?? 'AUTO');
  const id = uuidv7();
  const row = {
    ...{ id, projectId: input.projectId, importerName: checked.importer.name, mode, modeReason: reason },
    ...{ onDuplicate: checked.onDuplicate, chunkSize: checked.chunkSize, options: checked.options },
    ...{ maxErrorRate: input.maxErrorRate ?? null, notifyEmails },
    ...{ webhookUrl: input.webhookUrl ?? null, idempotencyKey: input.idempotencyKey ?? null, inputHash },
    ...{ createdBy: actor, source: opened.ref, sourceName: opened.name, sourceBytes: opened.rows.size },
    ...{ sourceSha256: sha256, requested: checked.requested, dryRun: input.dryRun ?? false },
  };
  const written = await context.database.transaction(async (tx) => {
    const same = sha256 && (await findSameSource(tx, input.projectId, checked.importer.name, sha256));
    if (!(await insertImport(tx, row))) return false;
    const { ref, unsaved } = opened;
    if (ref.kind === 'stored' && unsaved) await saveStoredFile(tx, ref.fileId, input.projectId, unsaved);
    if (same) {
      await addWarnings(tx, id, [{ ...message('SAME_SOURCE', { when: same.createdAt.toISOString(), id: same.id }) }]);
    }
    const detail = { importer: checked.importer.name, source: opened.name };
    await addAuditEntry(tx, { projectId: input.projectId, importId: id, actor, action: 'START', detail });
    if (mode === 'ASYNC') await context.jobs.wake(tx, 'plan', id, planStore({ source: ref, planned: false }));
    return true;
  });
  if (!written) return raceLost(context, input, inputHash);
  if (mode === 'SYNC') {
    await runInline(work, id);
    await waitForEnd(context.database, id);
  }
  return id;
}

/** A mapping that does not fit is told at once; a source that cannot be read is kept, and its plan says why it failed. */
async function previewSource({ importer, requested }: CheckedStart, rows: RowSource): Promise<SourceFormat | null> {
  try {
    return (await rows.detect(importer, requested)).sourceFormat;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === 'INVALID_MAPPING') throw new InvalidInput([{ path: ['mapping'], message: error.reason }]);
    return null;
  }
}

/** What makes two calls the same: all that was asked, unsaid defaults as if said, with the source by its content. */
function hashInput(input: StartImport, checked: CheckedStart, sha256: Uint8Array): Uint8Array {
  const { source: _source, idempotencyKey: _key, ...asked } = input;
  const content: JsonObject = {
    ...plain(asked),
    ...{ options: checked.options, onDuplicate: checked.onDuplicate, chunkSize: checked.chunkSize },
    ...{ dryRun: input.dryRun ?? false, mode: input.mode ?? 'AUTO', notifyEmails: [...(input.notifyEmails ?? [])] },
    source: Buffer.from(sha256).toString('hex'),
  };
  return createHash('sha256').update(canonicalJson(content)).digest();
}

/** Without what is absent. */
function plain(value: object): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value));
  return json;
}

async function findEarlier(
  { database }: EngineContext,
  { projectId, idempotencyKey }: StartImport,
  inputHash: Uint8Array,
): Promise<string | null> {
  if (idempotencyKey === undefined) return null;
  const earlier = await findByIdempotencyKey(database, projectId, idempotencyKey);
  if (!earlier) return null;
  if (Buffer.compare(earlier.inputHash, inputHash) === 0) {
    // The request that works on it may have lost its client, which asks again.
    if (earlier.mode === 'SYNC') await waitForEnd(database, earlier.id);
    return earlier.id;
  }
  throw new Conflict(message('IDEMPOTENCY_KEY_REUSED', { cause: message('KEY_WITH_OTHER_INPUT', { id: earlier.id }) }));
}

/** Two calls with the same key at once: one writes, the other finds what it wrote. */
async function raceLost(context: EngineContext, input: StartImport, inputHash: Uint8Array): Promise<string> {
  const earlier = await findEarlier(context, input, inputHash);
  if (earlier === null) throw new Conflict(message('IDEMPOTENCY_KEY_REUSED', { cause: message('KEY_IN_USE') }));
  return earlier;
}
