import { csvReader } from '../../server/sources/csv/reader.ts';
import { detectReader } from '../../server/sources/detect.ts';
import { bufferSource } from '../../server/sources/shared/bytes.ts';
import type {
  ByteSource,
  FormatHints,
  Inspection,
  RowGroup,
  SourceReader,
  SourceRow,
  SourceWarning,
} from '../../server/sources/types.ts';

export interface Read {
  readonly inspection: Inspection;
  readonly groups: readonly RowGroup[];
  readonly rows: readonly SourceRow[];
  /** Those of the rows; the inspection has its own. */
  readonly warnings: readonly SourceWarning[];
}

/** A CSV, inspected and read to its end. */
export function readCsv(content: string | Uint8Array, hints: FormatHints = {}): Promise<Read> {
  return readAll(csvReader, bufferSource('test.csv', bytesOf(content)), hints);
}

/** A file of that name, by whichever reader is found for it. */
export async function readFile(name: string, content: string | Uint8Array): Promise<Read> {
  const source = bufferSource(name, bytesOf(content));
  return readAll(await detectReader(source, {}), source, {});
}

export async function readAll(reader: SourceReader, source: ByteSource, hints: FormatHints): Promise<Read> {
  const inspection = await reader.inspect(source, hints);
  const groups = await Array.fromAsync(reader.rows(source, inspection.sourceFormat, null));
  return {
    inspection,
    groups,
    rows: groups.flatMap((group) => group.rows),
    warnings: groups.flatMap((group) => group.warnings ?? []),
  };
}

export function values(read: Read): unknown[] {
  return read.rows.map((row) => row.values);
}

/** What is wrong with each row, or null. */
export function errors(read: Read): (string | null)[] {
  return read.rows.map((row) => row.rowError?.code ?? null);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
