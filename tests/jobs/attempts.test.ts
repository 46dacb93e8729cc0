import { describe, expect, it } from 'vitest';
import { createAttempts, MAX_CRASHES } from '../../server/engine/apply/attempts.ts';
import { finishImport } from '../../server/engine/apply/finishImport.ts';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import type { Attempts, JobKind } from '../../server/engine/model/context.ts';
import { availableActions } from '../../server/engine/model/status.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { runUndo } from '../../server/engine/undo/undoImport.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { saying } from '../helpers/saying.ts';

const test = testEngine();
const { signal } = new AbortController();
const CRASHES = Array.from({ length: MAX_CRASHES }, (_, index) => index);
let people = 0;

/** An import whose rows are planned, in chunks of 10. */
async function planned(rows = 40): Promise<string> {
  const lines = Array.from({ length: rows }, () => [`Person ${++people}`, `+1617${5_550_000 + people}`, '']);
  const id = await test.start({ source: csv(...lines), chunkSize: 10, mode: 'ASYNC' });
  await planImport(test.context, id, signal);
  return id;
}

/** A process of its own, which never ends what it begins. */
function crashing() {
  const attempts = createAttempts(test.context.database);
  return {
    attempts,
    async begin(importId: string, kind: JobKind = 'chunks', work: () => Promise<unknown> = async () => null) {
      const begun = Promise.withResolvers<'begun'>();
      const never = async (): Promise<void> => {
        await work();
        begun.resolve('begun');
        await new Promise(() => {});
      };
      const refused = attempts.attempt(test.context, { importId, kinds: [kind] }, never).then(() => 'refused' as const);
      return Promise.race([begun.promise, refused]);
    },
  };
}

const oneChunk = (id: string) => runChunks(test.context, id, { signal, deadline: 0 });
const toTheEnd = async (id: string): Promise<void> => {
  await runChunks(test.context, id, { signal, deadline: null });
  await finishImport(test.context, id);
};
const workedBy = (attempts: Attempts, id: string, work: () => Promise<unknown>) =>
  attempts.attempt(test.context, { importId: id, kinds: ['chunks'] }, work);
const progressOf = async (id: string) => (await test.engine.progress([id]))[0];

describe('an import whose process ends', () => {
  it('is FAILED after three times in a row, says where, and has three more once it is resumed', async () => {
    const id = await planned();
    await oneChunk(id);
    for (const _ of CRASHES) expect(await crashing().begin(id)).toBe('begun');
    expect(await crashing().begin(id)).toBe('refused');
    expect(await progressOf(id)).toMatchObject({
      status: 'FAILED',
      statusReason: saying(
        'Importing the rows crashed or froze the process 3 times in a row, at or after row 11. Correct these rows or the importer, or give the process more memory, then resume.',
      ),
      counts: { created: 10, pending: 30 },
    });
    await test.engine.resumeImport('test', id, {});
    await planImport(test.context, id, signal);
    expect(await crashing().begin(id)).toBe('begun');
    await workedBy(createAttempts(test.context.database), id, () => toTheEnd(id));
    expect(await progressOf(id)).toMatchObject({ status: 'COMPLETED', counts: { created: 40 } });
  });

  it('goes on however often that happens, as long as it makes progress', async () => {
    const id = await planned(80);
    for (const _ of [...CRASHES, ...CRASHES])
      expect(await crashing().begin(id, 'chunks', () => oneChunk(id))).toBe('begun');
    expect(await progressOf(id)).toMatchObject({ status: 'RUNNING', counts: { created: 60 } });
  });

  it('is not to blame when the process ends in good order, or lives through an error', async () => {
    const id = await planned();
    for (const _ of [...CRASHES, ...CRASHES]) {
      const stopped = crashing();
      expect(await stopped.begin(id)).toBe('begun');
      await stopped.attempts.release();
      const failing = createAttempts(test.context.database);
      await expect(workedBy(failing, id, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    }
    expect(await progressOf(id)).toMatchObject({ status: 'RUNNING' });
  });

  it('is to blame when that was by an error that nobody caught', async () => {
    const id = await planned();
    for (const _ of CRASHES) {
      const { attempts, begin } = crashing();
      expect(await begin(id)).toBe('begun');
      attempts.crash();
      await attempts.release();
    }
    expect(await crashing().begin(id)).toBe('refused');
  });

  it('counts its work within a request too', async () => {
    const id = await planned();
    const request = createAttempts(test.context.database);
    const begun = Promise.withResolvers<void>();
    void request.attempt(test.context, { importId: id, kinds: ['plan', 'chunks', 'finish'] }, async () => {
      begun.resolve();
      await new Promise(() => {});
    });
    await begun.promise;
    expect(await crashing().begin(id)).toBe('begun');
    expect(await crashing().begin(id)).toBe('begun');
    expect(await crashing().begin(id)).toBe('refused');
  });

  it('does not take down with it what ran beside: the third time each is alone', async () => {
    const [guilty, innocent] = [await planned(), await planned()];
    for (const _ of CRASHES.slice(1)) {
      const { begin } = crashing();
      expect(await Promise.all([begin(guilty), begin(innocent)])).toEqual(['begun', 'begun']);
    }
    const third = crashing();
    expect(await third.begin(guilty)).toBe('begun');
    const order: string[] = [];
    void workedBy(third.attempts, innocent, async () => order.push('beside the guilty one'));
    const { rows } = await test.pool.query('SELECT crashes FROM import_attempt WHERE import_id = $1', [innocent]);
    expect(rows).toEqual([{ crashes: 1 }]);
    const fourth = crashing();
    await workedBy(fourth.attempts, innocent, () => toTheEnd(innocent));
    expect(await fourth.begin(guilty)).toBe('refused');
    expect(await progressOf(innocent)).toMatchObject({ status: 'COMPLETED' });
    expect(order).toEqual([]);
  });

  it('is alone no longer once it makes progress', async () => {
    const [suspect, other] = [await planned(), await planned()];
    for (const _ of CRASHES.slice(1)) await crashing().begin(suspect);
    const { begin } = crashing();
    await begin(suspect);
    const waiting = begin(other);
    await oneChunk(suspect);
    expect(await waiting).toBe('begun');
  });
});

describe('an undo whose process ends', () => {
  it('is FAILED likewise, and can be taken up again', async () => {
    const id = await planned();
    await toTheEnd(id);
    await test.engine.undoImport('test', id);
    for (const _ of CRASHES) expect(await crashing().begin(id, 'undo')).toBe('begun');
    expect(await crashing().begin(id, 'undo')).toBe('refused');
    const failed = await progressOf(id);
    expect(failed).toMatchObject({
      ...{ status: 'FAILED', phase: 'UNDO' },
      statusReason: saying('Undoing the import crashed or froze the process 3 times in a row, after 0 records.'),
    });
    expect(availableActions({ status: 'FAILED', phase: 'UNDO', failed: 2, dryRun: false })).toEqual(['UNDO']);
    await expect(test.engine.resumeImport('test', id, {})).rejects.toThrow('Undo it again');
    await expect(test.engine.retryImport('test', id)).rejects.toThrow('Undo it again');
    await test.engine.undoImport('test', id);
    await runUndo(test.context, id, { signal, deadline: null });
    expect(await progressOf(id)).toMatchObject({ status: 'UNDONE' });
  });
});
