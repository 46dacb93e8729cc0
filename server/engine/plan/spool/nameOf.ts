import { parse } from 'content-disposition';
import type { Fetched } from '../../../sources/fetch/types.ts';

/** Types that tell how a file is read where its name does not. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'application/x-ndjson': '.jsonl',
  'application/jsonl': '.jsonl',
  'application/xml': '.xml',
  'text/xml': '.xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};
const MAX_NAME = 200;

/** What a fetched file is called, for whoever tells its format: as the server says, or by its URL. */
export function nameOf({ url, headers }: Pick<Fetched, 'url' | 'headers'>): string {
  const name = (given(headers['content-disposition']) ?? lastSegment(url)).slice(-MAX_NAME) || 'source';
  if (/\.[a-z0-9]{2,5}$/i.test(name)) return name;
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return name + (EXTENSIONS[type.trim().toLowerCase()] ?? '');
}

/** The last part of what the header names: a path is not followed. */
function given(disposition: string | undefined): string | null {
  return (
    parse(disposition ?? '')
      .parameters.filename?.split(/[/\\]/)
      .at(-1) || null
  );
}

function lastSegment(url: string): string {
  return decoded(new URL(url).pathname.split('/').at(-1) ?? '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
