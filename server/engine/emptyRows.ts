import { SourceError } from '../sources/types.ts';
import type { RowSource } from './rowSource.ts';

/**
 * A feed that says that it holds nothing: a range without events is no fault of the feed, and its import is complete
 * with no rows. What stood there before is missing.
 */
export const emptyRows: RowSource = {
  mayBeEmpty: true,
  size: 0,
  hash: async () => new Uint8Array(32),
  async look() {
    throw new SourceError('EMPTY_SOURCE', 'The feed holds nothing in this range.');
  },
  settle: async () => ({ settled: { kind: 'jsonl', columns: [] }, mapping: [], warnings: [] }),
  seeks: () => true,
  async *rows() {},
};
