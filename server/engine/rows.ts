import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { Json, JsonObject } from '../sdk/json.ts';
import type { SourceRow } from '../sources/types.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A row inside a chunk: number, line, values, and a fault of its text where there is one. */
type PackedRow = [number: number, line: number | null, values: readonly Json[], code?: string, message?: string];

/**
 * A chunk's rows as they are kept: zstd over JSON. Postgres' own compression is slower and does worse over many small
 * values, and lz4 is not in every build.
 */
export async function packRows(rows: readonly SourceRow[]): Promise<Uint8Array> {
  const packed = rows.map(
    (row): PackedRow =>
      row.fault
        ? [row.number, row.line, row.values, row.fault.code, row.fault.message]
        : [row.number, row.line, row.values],
  );
  return compress(JSON.stringify(packed));
}

export async function unpackRows(bytes: Uint8Array): Promise<SourceRow[]> {
  const text = (await decompress(bytes)).toString('utf8');
  // Written by packRows and by nothing else.
  const packed = JSON.parse(text) as PackedRow[];
  return packed.map(([number, line, values, code, message]) =>
    code === undefined || message === undefined
      ? { number, line, values }
      : { number, line, values, fault: { code, message } },
  );
}

/** The name under which a cell beyond the last column is shown. */
export function extraColumn(position: number): string {
  return `column_${position + 1}`;
}

/** The row as a person reads it: column name to value, cells beyond the columns under names of their own. */
export function rowValues(row: SourceRow, columns: readonly string[]): JsonObject {
  // A map, not an object that grows: a column may be called __proto__.
  const values = new Map<string, Json>();
  for (const [position, value] of row.values.entries()) {
    let name = columns[position] ?? extraColumn(position);
    while (values.has(name)) name = `${name}_`;
    values.set(name, value);
  }
  return Object.fromEntries(values);
}
