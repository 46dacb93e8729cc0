import { describe, expect, test } from 'vitest';
import { chunkCells, chunkCounts } from '../../admin/plugin/pages/imports/show/chunks/chunkCells.ts';

describe('the strip of chunks', () => {
  test('shows what is done, what failed, what runs and what waits, in their order', () => {
    const cells = chunkCells({ total: 6, done: 2, failed: 1, pending: 3 }, true, [1]);
    expect(cells.map(({ state }) => state)).toEqual(['done', 'failed', 'done', 'running', 'pending', 'pending']);
  });

  test('groups thousands, covers each once, and hides no failed one', () => {
    const chunks = { total: 12_345, done: 9_000, failed: 1, pending: 3_344 };
    const cells = chunkCells(chunks, false, [4_711]);
    expect(cells.length).toBeLessThanOrEqual(100);
    expect(cells.reduce((sum, { size }) => sum + size, 0)).toBe(12_345);
    const failed = cells.filter(({ state }) => state === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.first).toBeLessThanOrEqual(4_711);
  });

  test('counts the chunk at work once', () => {
    expect(chunkCounts({ total: null, done: 1, failed: 0, pending: 4 }, true)).toEqual({
      done: 1,
      failed: 0,
      running: 1,
      pending: 3,
    });
  });
});
