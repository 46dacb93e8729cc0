import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { Message, MessageParams } from '../../messages/message.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import type { SourceRow } from '../../sources/types.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A row inside a chunk: number, line, values, and what not every row has: an error of its text, an origin. */
type PackedRow = [
  number: number,
  line: number | null,
  values: readonly Json[],
  code?: string | null,
  reason?: string | MessageParams | null,
  originImport?: string,
  originRow?: number,
];

/**
 * A chunk's rows as they are kept: zstd over JSON. Postgres' own compression is slower and does worse over many small
 * values, and lz4 is not in every build.
 */
export async function packRows(rows: readonly SourceRow[]): Promise<Uint8Array> {
  return compress(JSON.stringify(rows.map(packRow)));
}

function packRow({ number, line, values, rowError, origin }: SourceRow): PackedRow {
  const reason = rowError?.message ?? rowError?.params ?? null;
  if (origin) return [number, line, values, rowError?.code ?? null, reason, origin.importId, origin.row];
  return rowError ? [number, line, values, rowError.code, reason] : [number, line, values];
}

export async function unpackRows(bytes: Uint8Array): Promise<SourceRow[]> {
  const text = (await decompress(bytes)).toString('utf8');
  // Written by packRows and by nothing else.
  return (JSON.parse(text) as PackedRow[]).map(unpackRow);
}

function unpackRow([number, line, values, code, reason, originImport, originRow]: PackedRow): SourceRow {
  const row: SourceRow = { number, line, values };
  if (code === undefined) return row;
  const rowError = typeof code === 'string' ? { rowError: unpackError(code, reason) } : {};
  if (originImport === undefined || originRow === undefined) return { ...row, ...rowError };
  return { ...row, ...rowError, origin: { importId: originImport, row: originRow } };
}

function unpackError(code: string, reason: string | MessageParams | null | undefined): Message {
  if (typeof reason === 'string') return { code, message: reason };
  return reason ? { code, params: reason } : { code };
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
