import { describe, expect, it } from 'vitest';
import { exitOf } from '../../server/cli/exitCodes.ts';
import { countTexts, progressLine, type Snapshot, table } from '../../server/cli/words.ts';

const counts = {
  total: 2000,
  created: 900,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 100,
  discarded: 0,
  pending: 1000,
};

describe('what the command says on a terminal', () => {
  it('is a bar with counts, speed and the time left', () => {
    const snapshot: Snapshot = {
      id: 'i',
      status: 'RUNNING',
      statusReason: null,
      phase: 'IMPORT',
      revision: 3,
      updatedAt: '',
      percent: 50,
      counts,
      rowsPerSecond: 1234.5,
      etaSeconds: 600,
      errorSummary: [],
    };
    expect(progressLine(snapshot)).toBe(
      `${'█'.repeat(12)}${'░'.repeat(12)}  50 % running: 2,000 rows: 900 created, 100 failed, 1,000 pending 1,235 rows/s 10 min left`,
    );
    expect(progressLine({ ...snapshot, phase: 'RETRY', rowsPerSecond: null, etaSeconds: null })).toMatch(
      / retry: .*pending$/,
    );
  });

  it('leaves out what is none', () => {
    expect(countTexts({ ...counts, total: null, created: 0, failed: 0, pending: 3 })).toBe('3 pending');
    expect(countTexts({ ...counts, total: null, created: 0, failed: 0, pending: 0 })).toBe('no rows yet');
  });

  it('is in columns', () => {
    expect(
      table([
        ['ID', 'NAME'],
        ['1', 'Ada'],
        ['222', ''],
      ]),
    ).toEqual(['ID   NAME', '1    Ada', '222']);
  });
});

it('ends an import that is not over with no code', () => {
  expect(exitOf('PAUSED')).toBeNull();
  expect(exitOf('UNDONE')).toBe(0);
});
