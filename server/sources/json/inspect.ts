import { charsetOf } from '../csv/charset.ts';
import { sampleRowCount } from '../limits.ts';
import {
  type ByteSource,
  type FormatHints,
  type Inspection,
  type SettledSource,
  SourceError,
  type SourceReader,
} from '../types.ts';

/** Columns and sample from the first group of rows. Throws SourceError EMPTY_SOURCE where there is none. */
export async function inspectObjects(
  kind: 'json' | 'jsonl',
  rows: SourceReader['rows'],
  bytes: ByteSource,
  { encoding = '' }: FormatHints,
): Promise<Inspection> {
  if (encoding.trim() !== '' && charsetOf(encoding).kind !== 'utf-8') {
    throw new SourceError('BAD_FORMAT', 'JSON is UTF-8 (RFC 8259): save the file in that encoding.', {
      path: ['format', 'encoding'],
    });
  }
  const blank: SettledSource = { kind, columns: [] };
  for await (const group of rows(bytes, blank, null)) {
    const settled: SettledSource = { kind, columns: group.columns ?? [] };
    return { settled, sampleRows: group.rows.slice(0, sampleRowCount), warnings: [] };
  }
  throw new SourceError('EMPTY_SOURCE', 'The source holds no rows. Give at least one JSON object.');
}
