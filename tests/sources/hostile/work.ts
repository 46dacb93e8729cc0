import { createDateParser } from '../../../server/engine/apply/dateFormat.ts';
import { contacts } from '../../../server/importers/contacts/index.ts';
import { safeHtml } from '../../../server/importers/events/html.ts';
import { events } from '../../../server/importers/events/index.ts';
import { canonicalUrl } from '../../../server/importers/taxonomy/canonicalUrl.ts';
import { taxonomy } from '../../../server/importers/taxonomy/index.ts';
import {
  type AnyImporter,
  type Field,
  Invalid,
  matchText,
  RowRejected,
  suggestMapping,
} from '../../../server/sdk/index.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import { sitemapFeed } from '../../../server/sources/sitemap/feed.ts';
import { SourceError } from '../../../server/sources/types.ts';
import { readFile } from '../read.ts';
import { zip } from '../xlsx/workbook.ts';

/** A million characters: work that grows with their square does not end. */
const MANY = 1_000_000;
/** Each takes a canonical order that is found by insertion. */
const MARKS = '\u0300\u0316'.repeat(MANY / 2);
/** What the patterns of fields repeat, over and over, with a sign behind that fits none. */
const CELLS = [',', '1', '1.', '1:', '-', 'a@', '@', '/', '(', 'T ', '1 ', '\u0300\u0316'].map(
  (piece) => `1${piece.repeat(MANY / piece.length)}!`,
);

/** What comes of each input, in a few words. */
export const work: Readonly<Record<string, () => string | Promise<string>>> = {
  'comments before the root of what was fetched': () => {
    const bytes = Buffer.from(`${'<!---->'.repeat(300)}<x>`);
    return String(sitemapFeed.matches({ url: 'https://example.com/', contentType: 'text/xml', bytes }));
  },
  'comments before a real index': () => {
    const bytes = Buffer.from(`<?xml version="1.0"?>${'<!-- <a> -->\n'.repeat(300)}<s:sitemapindex xmlns:s="x">`);
    return String(sitemapFeed.matches({ url: 'https://example.com/', contentType: 'text/xml', bytes }));
  },
  'elements in each other': () => outcomeOf('a.xml', `<urlset>${'<a>'.repeat(MANY)}`),
  'attributes of one element': () =>
    outcomeOf('a.xml', `<urlset ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')}>`),
  'a comment of many megabytes': () => outcomeOf('a.xml', `<urlset><!--${' '.repeat(9 * MANY)}`),
  'the code of a number format': () => outcomeOf('a.xlsx', workbook({ code: '['.repeat(MANY) })),
  'the dimension of a sheet': () => outcomeOf('a.xlsx', workbook({ dimension: ':'.repeat(MANY) })),
  'a text under a title': () => outcomeOf('a.xlsx', workbook({ text: `${'1 '.repeat(MANY)}x` })),
  'cells without a reference': () => outcomeOf('a.xlsx', workbook({ cells: '<c><v>1</v></c>'.repeat(20_000) })),
  'a header of nothing but commas': () => outcomeOf('a.csv', ','.repeat(5 * MANY)),
  'a row of nothing but commas': () => outcomeOf('a.csv', `a,b\n1,2\n\n${','.repeat(5 * MANY)}\n3,4\n`),
  'commas behind a quote that is never closed': () => outcomeOf('a.csv', `a,b\n1,2\n"${','.repeat(5 * MANY)}\n3,4\n`),
  'commas in a table with semicolons': () => outcomeOf('a.csv', `a;b\n1;2\n3;${','.repeat(MANY)}\n4;5\n`),
  'keys of one object': () => readUntilRefused(`[{${Array.from({ length: 300_000 }, (_, key) => `"${key}":1`)}}]`),
  'lists in each other': () => readUntilRefused(`[{"a":${'['.repeat(4 * MANY)}`),
  'digits of a number': () => outcomeOf('a.jsonl', `{"a":${'9'.repeat(5 * MANY)}}\n{"a":1}`),
  'marks in a header': () => String(suggestMapping(contacts, [MARKS]).mapping.length),
  'marks in a name': () => String(matchText(MARKS).length <= MANY),
  'tags in each other': () => tagsOutcome(MANY / 3),
  'as many tags as are taken': () => tagsOutcome(10_000),
  'a host that stands for no name': () => {
    const canonical = canonicalUrl(`https://xn--tda${'a'.repeat(MANY)}/`);
    return canonical instanceof Invalid ? canonical.code : canonical.slice(0, 100);
  },
  'cells of contacts': () => parsedCells(contacts),
  'cells of events': () => parsedCells(events),
  'cells of a taxonomy': () => parsedCells(taxonomy),
};

function tagsOutcome(tags: number): string {
  try {
    return `${safeHtml('<b>'.repeat(tags), 'description')?.length} characters`;
  } catch (error) {
    if (error instanceof RowRejected) return error.errors.map(({ code, field }) => `${code} in ${field}`).join();
    throw error;
  }
}

async function outcomeOf(name: string, content: string | Uint8Array): Promise<string> {
  try {
    return `${(await readFile(name, content)).rows.length} rows`;
  } catch (error) {
    if (error instanceof SourceError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

/** How much of a JSON array was read when it was refused. */
async function readUntilRefused(json: string): Promise<string> {
  const source = bufferSource('a.json', Buffer.from(json));
  const { jsonReader } = await import('../../../server/sources/json/array.ts');
  let pieces = 0;
  const counted = {
    ...source,
    read: (start?: number, end?: number) => source.read(start, end).on('data', () => (pieces += 1)),
  };
  try {
    await jsonReader.inspect(counted, {});
    return 'was read';
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return `${error.code} in its ${pieces < 10 ? 'beginning' : 'course'}`;
  }
}

function parsedCells({ fields }: AnyImporter): string {
  const context = { options: {}, parseDate: createDateParser('d MMMM yyyy') };
  for (const field of Object.values<Field<unknown>>(fields)) for (const cell of CELLS) field.parse(cell, context);
  return 'all';
}

interface Hostile {
  readonly code?: string;
  readonly dimension?: string;
  readonly text?: string;
  readonly cells?: string;
}

/** A workbook of a title, a header and a row, with one thing in it that nobody's has. */
function workbook({ code = '0', dimension = 'A1:B3', text = 'x', cells }: Hostile) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
  const inline = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`;
  const last = cells ?? `${inline(text)}<c r="B3" s="0"><v>1</v></c>`;
  return zip({
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('a', 'worksheet', 's.xml')}${relation('b', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/s.xml':
      `<worksheet><dimension ref="${dimension}"/><sheetData><row>${inline('Title')}</row>` +
      `<row>${inline('a')}${inline('b')}</row><row>${last}</row></sheetData></worksheet>`,
  });
}
