import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { maxRowBytes } from '../shared/limits.ts';
import { SourceError } from '../types.ts';
import { maxSitemapBytes, maxSitemaps, maxUrls } from './limits.ts';

/** What a sitemap says of a page, or an index of a sitemap, as it stands there but for the white space around it. */
export interface SitemapEntry {
  readonly loc: string | null;
  readonly lastmod: string | null;
  readonly changefreq: string | null;
  readonly priority: string | null;
  /** 1-based line on which it starts. */
  readonly line: number;
}

export type SitemapKind = 'urlset' | 'sitemapindex';
/** An entry is on the second level, its fields on the third; extensions go on for a few. */
const maxDepth = 100;
const maxAttributes = 1_000;

type Field = Exclude<keyof SitemapEntry, 'line'>;

const ENTRIES: Readonly<Record<SitemapKind, string>> = { urlset: 'url', sitemapindex: 'sitemap' };
const LIMITS: Readonly<Record<SitemapKind, number>> = { urlset: maxUrls, sitemapindex: maxSitemaps };

/** Entries of a sitemap or an index, in a stream. `end` is the offset of the bytes that were read by then. */
export interface EntryGroup {
  readonly kind: SitemapKind;
  readonly entries: readonly SitemapEntry[];
  readonly end: number;
  readonly line: number;
}

/**
 * Reads a sitemap or an index piece by piece. Declared entities are never expanded. Throws SourceError BAD_XML with
 * line and reason for what is no XML, and NO_SITEMAP for what is something else.
 */
export async function* parseSitemap(pieces: AsyncIterable<Buffer>): AsyncGenerator<EntryGroup, void, undefined> {
  const reading = createReading();
  let decoder: TextDecoder | undefined;
  let end = 0;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    end += piece.length;
    if (end > maxSitemapBytes) throw tooLarge(message('BYTES', { size: maxSitemapBytes }));
    reading.write(decoded(decoder, piece));
    yield* reading.take(end);
  }
  if (!decoder) throw new SourceError(message('EMPTY_SOURCE', { cause: message('SITEMAP_EMPTY') }));
  reading.write(decoded(decoder));
  reading.close();
  yield* reading.take(end);
}

interface Reading {
  write(text: string): void;
  close(): void;
  /** What came since the last call, in one group; none where nothing did. */
  take(end: number): EntryGroup[];
}

function createReading(): Reading {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: string[] = [];
  let kind: SitemapKind | undefined;
  let prefix = '';
  let entry: Record<Field, string | null> & { line: number } = blank(0);
  let text = '';
  let entries: SitemapEntry[] = [];
  let count = 0;
  let attributes = 0;
  /** Characters since a tag ended: a comment or a tag is kept whole until its own end. */
  let unread = 0;
  const requireUsual = (isUsual: boolean): void => {
    if (isUsual) return;
    throw new SourceError(message('BAD_SITEMAP', { cause: message('SITEMAP_UNUSUAL', { line: parser.line }) }));
  };

  // saxes reports a fault and goes on as well as it can; nothing of a broken file is believed.
  parser.on('error', (error) => {
    throw badXml(error.message, parser.line);
  });
  parser.on('opentag', ({ name }) => {
    unread = 0;
    if (path.length === 0) ({ kind, prefix } = rootOf(name));
    if (path.length === 1) entry = blank(parser.line);
    path.push(name);
    requireUsual(path.length <= maxDepth);
    attributes = 0;
    text = '';
  });
  const collect = (more: string): void => {
    if (path.length !== 3) return;
    text += more;
  };
  parser.on('attribute', () => {
    attributes += 1;
    requireUsual(attributes <= maxAttributes);
  });
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', ({ name }) => {
    unread = 0;
    path.pop();
    if (kind === undefined) return;
    const own = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    if (path.length === 2 && path[1] === prefix + ENTRIES[kind] && isField(own)) entry[own] = text.trim();
    if (path.length !== 1 || own !== ENTRIES[kind]) return;
    count += 1;
    if (count > LIMITS[kind]) throw tooLarge(message('ENTRIES', { count: LIMITS[kind] }));
    entries.push({ ...entry });
  });
  return {
    write(more) {
      unread += more.length;
      requireUsual(unread <= maxRowBytes);
      parser.write(more);
    },
    close: () => void parser.close(),
    take(end) {
      if (kind === undefined || entries.length === 0) return [];
      const group = { kind, entries, end, line: parser.line };
      entries = [];
      return [group];
    },
  };
}

function blank(line: number): Record<Field, string | null> & { line: number } {
  return { loc: null, lastmod: null, changefreq: null, priority: null, line };
}

function isField(name: string | null): name is Field {
  return name === 'loc' || name === 'lastmod' || name === 'changefreq' || name === 'priority';
}

/** The root may have a prefix; its entries have the same. Those of extensions (image:loc) are others. */
function rootOf(name: string): { kind: SitemapKind; prefix: string } {
  const colon = name.indexOf(':') + 1;
  const local = name.slice(colon);
  if (local === 'urlset' || local === 'sitemapindex') return { kind: local, prefix: name.slice(0, colon) };
  throw new SourceError(message('NO_SITEMAP', { cause: message('OTHER_ROOT', { name }) }));
}

/** By byte order mark and declaration, as XML 1.0 says (appendix F); UTF-8 otherwise. */
function decoderFor(start: Buffer): TextDecoder {
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start.toString('latin1', 0, 200))?.[1];
  const mark =
    start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null;
  const encoding = mark ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new SourceError(message('BAD_ENCODING', { cause: message('SITEMAP_ENCODING_UNKNOWN', { encoding }) }));
  }
}

function decoded(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new SourceError(
      message('BAD_ENCODING', { cause: message('SITEMAP_ENCODING_WRONG', { encoding: decoder.encoding }) }),
    );
  }
}

/** saxes says "3:17: unclosed tag: url." An & that begins nothing is the usual mistake, and looks like other ones. */
function badXml(text: string, line: number): SourceError {
  const [, at, detail] = /^(\d+):\d+: (.*)$/s.exec(text) ?? [];
  const reason = (detail ?? text).replace(/\.?$/, '.');
  const code = /entity|unclosed/.test(reason) ? 'XML_ERROR_OR_AMPERSAND' : 'XML_ERROR';
  const cause = message(code, { line: at === undefined ? line : Number(at), reason });
  return new SourceError(message('BAD_XML', { cause }));
}

function tooLarge(what: Message): SourceError {
  return new SourceError(message('SITEMAP_TOO_LARGE', { cause: message('SITEMAP_LIMIT', { what }) }));
}
