import type { Chunk, ImportSummary } from '../../../../api/types.ts';

export type ChunkState = 'done' | 'failed' | 'running' | 'pending';
export const CHUNK_STATES: readonly ChunkState[] = ['done', 'running', 'failed', 'pending'];

/** One or more chunks in a row, as one mark of the strip. */
export interface ChunkCell {
  /** Index of its first chunk. */
  readonly first: number;
  readonly size: number;
  /** The worst of its chunks; done only when all are. */
  readonly state: ChunkState;
}

/** The maximum number of marks that are still distinguishable. */
const MOST_CELLS = 60;

/**
 * The chunks as a strip. They are applied in their order, so that the counts alone tell what is done: only which of
 * them failed must be known by index.
 */
export function chunkCells(
  chunks: ImportSummary['chunkCounts'],
  running: boolean,
  failed: readonly number[],
): ChunkCell[] {
  const laidDown = chunks.done + chunks.failed + chunks.pending;
  const total = Math.max(chunks.total ?? 0, laidDown);
  const size = Math.max(1, Math.ceil(total / MOST_CELLS));
  const tried = chunks.done + chunks.failed;
  const stateOf = (first: number, end: number): ChunkState => {
    if (failed.some((index) => index >= first && index < end)) return 'failed';
    if (end <= tried) return 'done';
    return running && tried >= first ? 'running' : 'pending';
  };
  return Array.from({ length: Math.ceil(total / size) }, (_, cell) => {
    const first = cell * size;
    const end = Math.min(total, first + size);
    return { first, size: end - first, state: stateOf(first, end) };
  });
}

export function failedIndexes(chunks: readonly Chunk[]): number[] {
  return chunks.filter(({ status }) => status === 'FAILED').map(({ index }) => index);
}

export function chunkCounts(chunks: ImportSummary['chunkCounts'], running: boolean): Record<ChunkState, number> {
  const current = running && chunks.pending > 0 ? 1 : 0;
  return { done: chunks.done, failed: chunks.failed, running: current, pending: chunks.pending - current };
}
