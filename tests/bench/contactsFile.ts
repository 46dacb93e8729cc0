import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { v7 as uuid } from 'uuid';
import { type Contact, contactAt } from './contact.ts';

/** The same contacts twice: as the file that a person would import, and as what COPY takes. */
export interface ContactsFile {
  readonly rows: number;
  /** Quoted CSV with a header. */
  readonly csv: string;
  readonly csvBytes: number;
  /** The clean rows as Postgres' text format, in the order of `COPY_COLUMNS`. */
  readonly copy: string;
  /** What must become of the rows when the file is imported into an empty project. */
  readonly expected: Expected;
}

export interface Expected {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

export const COPY_COLUMNS =
  'id, project_id, first_name, last_name, phone, email, company, title, addresses, metadata, imported_at, import_id';

/** Of a hundred rows two are bad and one names somebody from above once more. */
const BAD = new Set([13, 63]);
const AGAIN = 88;
const HEADER = ['First Name', 'Last Name', 'Phone', 'Email', 'Company', 'Title', 'Address', 'City', 'State', 'Zip'];

/** So that a copied row is as wide as an imported one. */
const IMPORT_ID = '01a1fcef-53bb-76f2-ae17-4e667650f577';

type Kind = 'new' | 'bad' | 'again' | 'completed';

/** Writes both files into the folder. The same number of rows always gives the same contents, but for COPY's ids. */
export async function writeContactsFile(folder: string, rows: number): Promise<ContactsFile> {
  const [csv, copy] = [join(folder, 'contacts.csv'), join(folder, 'contacts.copy')];
  const expected = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  const outcomes = { new: 'created', bad: 'failed', again: 'unchanged', completed: 'updated' } as const;
  for (let index = 0; index < rows; index += 1) expected[outcomes[kindOf(index)]] += 1;
  const csvFile = createWriteStream(csv);
  await pipeline(Readable.from(grouped(csvLines(rows))), csvFile);
  await pipeline(Readable.from(grouped(copyLines(rows))), createWriteStream(copy));
  return { rows, csv, csvBytes: csvFile.bytesWritten, copy, expected };
}

function kindOf(index: number): Kind {
  const place = index % 100;
  if (BAD.has(place)) return 'bad';
  if (place !== AGAIN) return 'new';
  return index % 200 < 100 ? 'again' : 'completed';
}

function* csvLines(rows: number): Generator<string> {
  yield csvLine(HEADER);
  for (let index = 0; index < rows; index += 1) yield csvLine(cellsOf(index));
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}

function cellsOf(index: number): string[] {
  const kind = kindOf(index);
  // Somebody from up to half the file above; the first of each hundred is always new.
  const subject = kind === 'again' || kind === 'completed' ? Math.floor(index / 200) * 100 : index;
  const contact = contactAt(subject);
  const spelled = spelledPhone(contact.phone, index);
  // Those who come again completed had no title before.
  const title = kind === 'completed' ? 'Partner' : contact.title;
  const cells = [contact.firstName, contact.lastName, spelled, contact.email, contact.company, title];
  const row = [...cells, contact.street, contact.city, contact.region, contact.postalCode];
  return kind === 'bad' ? spoiled(row, index) : row;
}

/** In turn: a phone too short, an e-mail that is none (and no phone), nobody who could be reached. */
function spoiled(row: readonly string[], index: number): string[] {
  const errors = [
    ['555-01', ''],
    ['', 'nobody at example.com'],
    ['', ''],
  ];
  const [phone = '', email = ''] = errors[index % errors.length] ?? [];
  return row.with(2, phone).with(3, email);
}

function spelledPhone(e164: string, index: number): string {
  const [area, exchange, line] = [e164.slice(2, 5), e164.slice(5, 8), e164.slice(8)];
  const spellings = [`(${area}) ${exchange}-${line}`, `${area}-${exchange}-${line}`, `+1 ${area} ${exchange} ${line}`];
  return spellings[index % spellings.length] ?? e164;
}

function* copyLines(rows: number): Generator<string> {
  for (let index = 0; index < rows; index += 1) if (kindOf(index) === 'new') yield copyLine(contactAt(index));
}

function copyLine({ street, city, region, postalCode, ...contact }: Contact): string {
  const addresses = JSON.stringify({ main: { street, city, region, postalCode } });
  const { firstName, lastName, phone, email, company, title } = contact;
  const texts = [firstName, lastName, phone, email, company, title].map((text) => (text === '' ? '\\N' : text));
  return `${[uuid(), 'demo', ...texts, addresses, '{}', '2026-01-01T00:00:00Z', IMPORT_ID].join('\t')}\n`;
}

/** Line by line a stream would spend its time on itself. */
function* grouped(lines: Iterable<string>): Generator<string> {
  let group = '';
  for (const line of lines) {
    group += line;
    if (group.length < 65_536) continue;
    yield group;
    group = '';
  }
  yield group;
}
