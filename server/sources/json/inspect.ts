import { message } from '../../messages/catalogue.ts';
import { charsetOf } from '../shared/charset.ts';
import { sampleRowCount } from '../shared/limits.ts';
import {
  type ByteSource,
  type FormatHints,
  type Inspection,
  SourceError,
  type SourceFormat,
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
    throw new SourceError(message('BAD_FORMAT', { cause: message('JSON_ENCODING') }), {
      path: ['format', 'encoding'],
    });
  }
  const blank: SourceFormat = { kind, columns: [] };
  for await (const group of rows(bytes, blank, null)) {
    if (group.rows.length === 0) break;
    const sourceFormat: SourceFormat = { kind, columns: group.columns ?? [] };
    return { sourceFormat, sampleRows: group.rows.slice(0, sampleRowCount), warnings: [] };
  }
  throw new SourceError(message('EMPTY_SOURCE', { cause: message('JSON_EMPTY') }));
}
