import type { AnyImporter } from '../sdk/importer.ts';
import type { Look } from '../sources/look.ts';
import type { FormatHints, Position, RowGroup, SettledSource } from '../sources/types.ts';
import type { Settled } from './settle.ts';
import type { RequestedSource } from './store/readImport.ts';

/** Where an import's rows come from: bytes that a reader understands, or another import. */
export interface RowSource {
  /** No rows are no fault: the source says that it holds none. */
  readonly mayBeEmpty?: true;
  /** In bytes; null where the rows do not come from bytes. */
  readonly size: number | null;
  /** SHA-256 that two sources share only when their rows are the same. */
  hash(): Promise<Uint8Array>;
  /** What the beginning looks like, whatever the size. Throws SourceError for a source that cannot be read. */
  look(hints: FormatHints): Promise<Look>;
  /** Looks at the beginning. Throws SourceError for a source that cannot be read. */
  settle(importer: AnyImporter, requested: RequestedSource): Promise<Settled>;
  /** Whether `rows` goes on behind a position without reading again what came before it. */
  seeks(settled: SettledSource): boolean;
  /** All rows behind `from`, in order. */
  rows(settled: SettledSource, from: Position | null): AsyncIterable<RowGroup>;
}
