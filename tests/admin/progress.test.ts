import { describe, expect, test } from 'vitest';
import { withProgress } from '../../admin/plugin/live/progress.ts';

const counts = { total: 10, created: 4, updated: 0, unchanged: 0, skipped: 0, failed: 0, discarded: 0, pending: 6 };
const item = {
  id: 'a',
  status: 'RUNNING',
  statusReason: null,
  phase: 'IMPORT',
  revision: 5,
  updatedAt: '2026-01-01T00:00:00Z',
  percent: 40,
  counts,
  chunkCounts: { total: 2, done: 1, failed: 0, pending: 1 },
  rowsPerSecond: 100,
  etaSeconds: 1,
  sourceName: 'contacts.csv',
} as const;

describe('a snapshot over what is shown', () => {
  test('replaces what it carries and keeps the rest', () => {
    const newer = { ...item, revision: 6, percent: 100, status: 'COMPLETED' as const };
    expect(withProgress(item, newer)).toMatchObject({ percent: 100, status: 'COMPLETED', sourceName: 'contacts.csv' });
  });

  test('changes nothing when it is older than what was read since', () => {
    expect(withProgress(item, { ...item, revision: 4, percent: 10 })).toBe(item);
  });

  test('changes no other import', () => {
    expect(withProgress(item, { ...item, id: 'b', revision: 9, percent: 100 })).toBe(item);
  });
});
