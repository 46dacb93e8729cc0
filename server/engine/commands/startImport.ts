import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import { canonicalJson } from '../../sdk/canonical.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import { SourceError, type SourceFormat } from '../../sources/types.ts';
import { runInline, waitForEnd } from '../apply/runInline.ts';
import { type EngineContext, planStore } from '../model/context.ts';
import { Conflict, InvalidInput } from '../model/errors.ts';
import type { StartImport } from '../model/requests.ts';
import { decideMode, type Mode } from '../plan/mode.ts';
import type { RowSource } from '../plan/rowSource.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { findByIdempotencyKey, findSameSource, insertImport } from '../store/imports.ts';
import { saveStoredFile } from '../store/storedFiles.ts';
import { addWarnings } from '../store/warnings.ts';
import { checkNotifications } from './checkNotifications.ts';
import { type CheckedStart, checkStart } from './checkStart.ts';
import { type OpenedSource, openInput } from './openInput.ts';
import { requireStartable } from './switchStarting.ts';

/** A start whose input is checked and whose source is opened. Nothing of it is written yet. */
interface PreparedStart {
  readonly input: StartImport;
  readonly checked: CheckedStart;
  readonly notifyEmails: readonly string[];
  readonly opened: OpenedSource;
  readonly sourceFormat: SourceFormat | null;
  /** Why the source cannot be read; null where it can, or where nobody has looked. */
  readonly unreadable: SourceError | null;
  /** Null for a URL, whose bytes are known once it is fetched. */
  readonly sha256: Uint8Array | null;
  readonly inputHash: Uint8Array;
  /** The import that the same key and input started before. */
  readonly earlier: string | null;
}

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
  const start = await prepareStart(context, input);
  if (start.earlier !== null) return start.earlier;
  const mode = await decideMode(start.opened, start.sourceFormat, input.mode ?? 'AUTO');
  const id = await context.database.transaction((tx) => writeStart(context, tx, actor, start, mode));
  if (id === null) return raceLost(context, input, start.inputHash);
  if (mode.mode === 'SYNC') {
    await runInline(work, id);
    await waitForEnd(context.database, id);
  }
  return id;
}

/** Checks and opens all that can be, and looks at the source's beginning. Writes nothing. */
export async function prepareStart(context: EngineContext, input: StartImport): Promise<PreparedStart> {
  const checked = checkStart(context.importers, input);
  const notifyEmails = await checkNotifications(context.database, input);
  const opened = await openInput(context, input.projectId, input.source);
  const preview = opened.readLater === null ? await previewSource(checked, opened.rows) : UNREAD;
  const identity = await opened.rows.hash();
  const inputHash = hashInput(input, checked, identity);
  const earlier = await findEarlier(context, input, inputHash);
  if (earlier === null) await requireStartable(context.database, checked.importer.name);
  const sha256 = opened.ref.kind === 'url' ? null : identity;
  return { input, checked, notifyEmails, opened, ...preview, sha256, inputHash, earlier };
}

/** Writes a QUEUED import, under a name of its own if it has one. Null where its idempotency key is taken. */
export async function writeStart(
  context: EngineContext,
  tx: Db,
  actor: string,
  { input, checked, notifyEmails, opened, sourceFormat, sha256, inputHash }: PreparedStart,
  { mode, reason }: Mode,
  sourceName = opened.name,
): Promise<string | null> {
  const id = uuidv7();
  const importerName = checked.importer.name;
  const sheet = sourceFormat?.sheet?.name ?? checked.requested.format?.sheet ?? null;
  const same = sha256 && (await findSameSource(tx, { projectId: input.projectId, importerName, sha256, sheet }));
  const written = await insertImport(tx, {
    ...{ id, projectId: input.projectId, importerName, mode, modeReason: reason },
    ...{ onDuplicate: checked.onDuplicate, chunkSize: checked.chunkSize, options: checked.options },
    ...{ maxErrorRate: input.maxErrorRate ?? null, notifyEmails },
    ...{ webhookUrl: input.webhookUrl ?? null, idempotencyKey: input.idempotencyKey ?? null, inputHash },
    ...{ createdBy: actor, source: opened.ref, sourceName, sourceBytes: opened.rows.size },
    ...{ sourceSha256: sha256, requested: checked.requested, dryRun: input.dryRun ?? false },
  });
  if (!written) return null;
  const { ref, unsaved } = opened;
  if (ref.kind === 'stored' && unsaved) await saveStoredFile(tx, ref.fileId, input.projectId, unsaved);
  if (same) {
    await addWarnings(tx, id, [{ ...message('SAME_SOURCE', { when: same.createdAt.toISOString(), id: same.id }) }]);
  }
  const detail = { importer: importerName, source: sourceName };
  await addAuditEntry(tx, { projectId: input.projectId, importId: id, actor, action: 'START', detail });
  if (mode === 'ASYNC') await context.jobs.wake(tx, 'plan', id, planStore({ source: ref, planned: false }));
  return id;
}

type Preview = Pick<PreparedStart, 'sourceFormat' | 'unreadable'>;
const UNREAD: Preview = { sourceFormat: null, unreadable: null };

/** A mapping that does not fit is told at once; a source that cannot be read is kept, and its plan says why it failed. */
async function previewSource({ importer, requested }: CheckedStart, rows: RowSource): Promise<Preview> {
  try {
    return { sourceFormat: (await rows.detect(importer, requested)).sourceFormat, unreadable: null };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === 'INVALID_MAPPING') throw new InvalidInput([{ path: ['mapping'], message: error.reason }]);
    return { sourceFormat: null, unreadable: error };
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
