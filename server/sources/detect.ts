import { csvReader } from './csv/reader.ts';
import { isUrlList, urlsReader } from './csv/urlList.ts';
import { jsonReader } from './json/array.ts';
import { jsonLinesReader } from './json/lines.ts';
import { readStart } from './shared/bytes.ts';
import { sampleBytes } from './shared/limits.ts';
import { isSitemap, sitemapReader } from './sitemap/reader.ts';
import type { ByteSource, FormatHints, SourceFormat, SourceReader } from './types.ts';
import { isZip } from './xlsx/archive.ts';
import { xlsxReader } from './xlsx/reader.ts';

const readers: Readonly<Record<SourceFormat['kind'], SourceReader>> = {
  csv: csvReader,
  json: jsonReader,
  jsonl: jsonLinesReader,
  xlsx: xlsxReader,
  sitemap: sitemapReader,
  urls: urlsReader,
};

/** The reader for a source that nothing is known of: by how it starts, its name, and what the caller said. */
export async function detectReader(bytes: ByteSource, hints: FormatHints): Promise<SourceReader> {
  const start = await readStart(bytes, sampleBytes);
  if (isZip(start)) return xlsxReader;
  if (isSitemap(start)) return sitemapReader;
  if (isUrlList(start, start.length >= bytes.size, hints)) return urlsReader;
  if (saysCsv(hints)) return csvReader;
  if (/\.(jsonl|ndjson)$/i.test(bytes.name)) return jsonLinesReader;
  const text = start
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return readers[kindOf(bytes.name, text)];
}

/** The reader of a source that was settled before. */
export function readerFor(sourceFormat: SourceFormat): SourceReader {
  return readers[sourceFormat.kind];
}

function saysCsv({ delimiter, quote, headerRow }: FormatHints): boolean {
  return delimiter !== undefined || quote !== undefined || headerRow !== undefined;
}

function kindOf(name: string, start: string): SourceFormat['kind'] {
  const [line = ''] = start.split('\n', 1);
  if (start.startsWith('{')) {
    const first = parsed(line);
    // A whole object on the first line and more after it: one object a line.
    if (first !== undefined)
      return start.trimEnd().length > line.trimEnd().length || !hasArray(first) ? 'jsonl' : 'json';
    return isTable(name) ? 'csv' : 'json';
  }
  return start.startsWith('[') && !isTable(name) ? 'json' : 'csv';
}

/** A header may start with a bracket, so the name of a table is believed. */
function isTable(name: string): boolean {
  return /\.(csv|tsv|tab|psv|txt)$/i.test(name);
}

function hasArray(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some(Array.isArray);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
