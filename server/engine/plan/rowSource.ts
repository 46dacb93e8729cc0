import type { AnyImporter } from '../../sdk/importer.ts';
import type { SourcePreview } from '../../sources/preview.ts';
import type { FormatHints, Position, RowGroup, SourceFormat } from '../../sources/types.ts';
import type { RequestedSource } from '../model/import.ts';
import type { DetectedSource } from './detectFormat.ts';
import type { Suggest } from './suggestColumns.ts';

/** Where an import's rows come from: bytes that a reader understands, or another import. */
export interface RowSource {
  /** No rows are no fault: the source says that it holds none. */
  readonly mayBeEmpty?: true;
  /** In bytes; null where the rows do not come from bytes. */
  readonly size: number | null;
  /** SHA-256 that two sources share only when their rows are the same. */
  hash(): Promise<Uint8Array>;
  /** What the beginning looks like, whatever the size. Throws SourceError for a source that cannot be read. */
  preview(hints: FormatHints): Promise<SourcePreview>;
  /**
   * Looks at the beginning. Throws SourceError for a source that cannot be read. `suggest` asks the importer too where no
   * mapping was requested; without it, only Sluice suggests.
   */
  detect(importer: AnyImporter, requested: RequestedSource, suggest?: Suggest): Promise<DetectedSource>;
  /** Whether `rows` goes on behind a position without reading again what came before it. */
  seeks(sourceFormat: SourceFormat): boolean;
  /** All rows behind `from`, in order. */
  rows(sourceFormat: SourceFormat, from: Position | null): AsyncIterable<RowGroup>;
}
