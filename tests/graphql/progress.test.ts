import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';
import { noticeCrashesSooner } from '../helpers/noticeCrashesSooner.ts';
import { installSlowDisk, slowDown } from '../helpers/slowDisk.ts';
import { dataFolder, runSluice, type SluiceProcess } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

/** Every change is told, not only ten a second. Another process works the jobs, so that it can be killed. */
const api = testApi({ tickMs: 0, importers: [contacts] });

const ROWS = 4_000;
const CHUNK = 10;
/** Every sixth row has neither phone nor e-mail: 667 rows, more than are retried within a request. */
const BAD = 6;
/** Until the worker is killed, so that all this happens in the middle of the import on any machine. */
const CHUNK_SECONDS = 0.2;

interface Snapshot {
  readonly status: string;
  readonly phase: string;
  readonly revision: number;
  readonly percent: number;
  readonly counts: Readonly<Record<'created' | 'updated' | 'unchanged' | 'skipped' | 'failed', number>> &
    Readonly<Record<'discarded' | 'pending', number>> & { readonly total: number | null };
  readonly chunkCounts: Readonly<Record<'done' | 'failed' | 'pending', number>> & { readonly total: number | null };
  /** Of a stream, from the same moment as the counts. */
  readonly errorSummary?: readonly { readonly code: string; readonly count: number }[];
}

const SNAPSHOT = `status phase revision percent chunkCounts { total done failed pending }
  counts { total created updated unchanged skipped failed discarded pending }`;

/** What a watcher is told until the stream ends, in `seen` as it comes. */
function watch(id: string, seen: Snapshot[]): Promise<void> {
  const client = createClient({
    url: 'http://api/graphql',
    fetchFn: api.handler.fetch,
    headers: { authorization: `Bearer ${api.keyOf('viewer')}` },
  });
  const query = `subscription ($id: ID!) { importProgress(id: $id) { ${SNAPSHOT} errorSummary { code count } } }`;
  const told = client.iterate<{ importProgress: Snapshot }>({ query, variables: { id } });
  return (async () => {
    for await (const { data } of told) if (data) seen.push(data.importProgress);
    client.dispose();
  })();
}

async function startWorker(): Promise<SluiceProcess> {
  const worker = runSluice('worker', {
    ...{ DATABASE_URL: api.engine.url, SLUICE_DATA_DIR: await dataFolder(), SLUICE_LOG_LEVEL: 'warn' },
  });
  await worker.ready();
  return worker;
}

async function query(id: string): Promise<Snapshot> {
  const { data } = await api.graphql(`query ($id: ID!) { import(id: $id) { ${SNAPSHOT} } }`, { id });
  return data.import;
}

/** The answer's own snapshot, which is one that a client sees too. */
async function act(field: string, input: Record<string, unknown>, type = ''): Promise<Snapshot> {
  const variables = type ? `$input: ${type}!` : '$id: ID!';
  const argument = type ? 'input: $input' : 'id: $id';
  const document = `mutation (${variables}) { answer: ${field}(${argument}) { ... on Error { message }
    ... on ImportActionSuccess { data { ${SNAPSHOT} } } } }`;
  const { data, errors } = await api.graphql(document, type ? { input } : input, 'editor');
  expect(errors).toBeUndefined();
  expect(data.answer.message).toBeUndefined();
  return data.answer.data;
}

function check({ counts, chunkCounts: chunks, percent, phase }: Snapshot): void {
  const { total, pending, ...outcomes } = counts;
  const attempted = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  for (const count of [pending, ...Object.values(outcomes)]) expect(count).toBeGreaterThanOrEqual(0);
  expect(attempted + pending).toBeLessThanOrEqual(ROWS);
  // Outcomes come with their chunks; the one chunk of retried rows brings none that is new.
  const byChunks = [chunks.done * CHUNK, (chunks.done - 1) * CHUNK];
  if (phase === 'IMPORT') expect(byChunks).toContain(attempted);
  else expect(attempted).toBe(ROWS);
  if (total !== null) expect(attempted + pending).toBe(total);
  if (chunks.total !== null) expect(chunks.done + chunks.failed + chunks.pending).toBe(chunks.total);
  expect(percent).toBeGreaterThanOrEqual(0);
  expect(percent).toBeLessThanOrEqual(100);
}

/** One stream is of one phase here: from its first snapshot to its end. */
function checkStory(seen: readonly Snapshot[]): void {
  for (const [index, snapshot] of seen.entries()) {
    check(snapshot);
    // Each bad row has one error.
    const errors = snapshot.errorSummary?.reduce((sum, { count }) => sum + count, 0);
    if (errors !== undefined) expect(errors).toBe(snapshot.counts.failed);
    const before = seen[index - 1];
    if (!before) continue;
    expect(snapshot.phase).toBe(before.phase);
    expect(snapshot.percent).toBeGreaterThanOrEqual(before.percent);
    if (before.counts.total !== null) {
      expect(snapshot.counts.total).toBe(ROWS);
      expect(snapshot.counts.pending).toBeLessThanOrEqual(before.counts.pending);
    }
    // A heartbeat says the same once more.
    if (snapshot.revision <= before.revision) expect(snapshot).toMatchObject(before);
  }
}

test('the counts add up in every snapshot of an import that is paused, corrected, killed and retried', async () => {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const phone = index % BAD === 0 ? '' : `+1605${String(5_550_000 + index)}`;
    return [`P${index}`, phone, ''];
  });
  const failed = Math.ceil(ROWS / BAD);
  await noticeCrashesSooner(api.engine.pool);
  await installSlowDisk(api.engine.pool);
  const hurry = await slowDown(api.engine.url, 'demo', CHUNK_SECONDS);
  const worker = await startWorker();
  const start = { source: csv(...rows), importer: 'contacts', mode: 'ASYNC', chunkSize: CHUNK } as const;
  const id = await api.engine.start(start);
  const first: Snapshot[] = [];
  const asked: Snapshot[] = [];
  const watching = watch(id, first);
  const reach = (what: string, there: (now: Snapshot) => boolean) =>
    until(
      async () => {
        const now = await query(id);
        asked.push(now);
        return there(now);
      },
      { what },
    );

  await reach('the first failed rows', ({ counts }) => counts.failed >= 20);
  const corrections = [1, 1 + BAD].map((rowNumber) => ({
    rowNumber,
    values: { email: `mended${rowNumber}@example.org` },
  }));
  asked.push(await act('retryFailedRows', { importId: id, corrections }, 'RetryFailedRowsInput'));
  asked.push(
    await act('discardFailedRows', { importId: id, filter: { rowNumbers: [1 + 2 * BAD] } }, 'DiscardFailedRowsInput'),
  );
  const paused = await act('pauseImport', { id });
  expect(paused.status).toBe('PAUSED');
  expect(paused.counts.created).toBeLessThan(ROWS - failed);
  expect(await query(id)).toEqual(paused);
  await until(() => first.some(({ status }) => status === 'PAUSED'), { what: 'the watcher to hear of the pause' });
  const resumed = await act('resumeImport', { id });
  asked.push(resumed);
  await reach('work after the pause', ({ counts }) => counts.created > resumed.counts.created);
  worker.signal('SIGKILL');
  expect(await worker.ended()).toBeNull();
  const killed = await query(id);
  expect(killed).toMatchObject({ status: 'RUNNING' });
  expect(killed.counts.created).toBeLessThan(ROWS - failed);
  await hurry();
  await startWorker();
  await reach('the end', ({ status }) => status === 'COMPLETED_WITH_ERRORS');
  await watching;
  const done = { status: 'COMPLETED_WITH_ERRORS', percent: 100 };
  const created = ROWS - failed + 2;
  const counts = { total: ROWS, created, updated: 0, unchanged: 0, skipped: 0, discarded: 1, pending: 0 };
  expect(first.at(-1)).toMatchObject({ ...done, phase: 'IMPORT', counts: { ...counts, failed: failed - 3 } });

  const again = await act('retryImport', { id });
  expect(again).toMatchObject({ phase: 'RETRY', counts: { ...counts, failed: failed - 3 } });
  const second: Snapshot[] = [];
  await watch(id, second);
  expect(second.at(-1)).toMatchObject({ ...done, phase: 'RETRY', counts: { ...counts, failed: failed - 3 } });

  checkStory(asked);
  checkStory(first);
  checkStory([again, ...second]);
  expect(first.length + second.length + asked.length).toBeGreaterThan(100);
});
