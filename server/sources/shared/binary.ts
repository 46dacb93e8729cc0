import { SourceError } from '../types.ts';
import { markOf } from './encoding.ts';

/** Of an Office document before 2007, and of the container around an encrypted one, with the name of what is in it. */
const officeMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const protectedMark = Buffer.from('EncryptedPackage', 'utf16le');

/** First bytes of what people upload by mistake, and what to do about it. */
const kinds: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('%PDF-'), 'a PDF document'],
  [Buffer.from('PK\x03\x04'), 'a zip archive'],
  [Buffer.from([0x1f, 0x8b]), 'a gzip archive'],
  [officeMark, 'an old Office document (xls, doc)'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a PNG image'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'a JPEG image'],
  [Buffer.from('GIF8'), 'a GIF image'],
  [Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), 'a 7z archive'],
  [Buffer.from('Rar!\x1a\x07', 'latin1'), 'a RAR archive'],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), 'a zstd archive'],
  [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), 'an xz archive'],
  [Buffer.from('SQLite format 3\0'), 'an SQLite database'],
  [Buffer.from('PAR1'), 'a Parquet file'],
];

/** How much of the start is looked at for NUL bytes and other control characters; the shares from which it is no text. */
const lookedAt = 4096;
const nulShare = 0.01;
const controlShare = 0.05;

/**
 * Throws SourceError BINARY_SOURCE, naming the kind. A single NUL in a long text is no reason: it stays in its value,
 * and its row fails alone.
 */
export function refuseBinary(start: Buffer, saidEncoding: boolean): void {
  if (start.includes(protectedMark) && start.subarray(0, 4).equals(officeMark)) {
    throw new SourceError(
      'BINARY_SOURCE',
      'The file is an Office document that is protected by a password. Save it without one, as xlsx or CSV, and import that.',
    );
  }
  const kind = kinds.find(([magic]) => start.subarray(0, magic.length).equals(magic))?.[1];
  if (kind === 'a zip archive') throw refusal(zipKind(start));
  if (kind !== undefined) throw refusal(kind);
  if (!saidEncoding && markOf(start) === null && hasManyNuls(start.subarray(0, lookedAt))) {
    throw new SourceError(
      'BINARY_SOURCE',
      'The file holds NUL bytes, so it is not text. Give a CSV file; if it is UTF-16 without a byte order mark, ' +
        'name its encoding (utf-16le or utf-16be).',
    );
  }
  // In UTF-16 half of the bytes of plain text look like control characters.
  if (!saidEncoding && markOf(start) === null && hasManyControls(start.subarray(0, lookedAt))) {
    throw new SourceError('BINARY_SOURCE', 'The file is not text. Give a CSV file.');
  }
}

function refusal(kind: string): SourceError {
  return new SourceError('BINARY_SOURCE', `The file is ${kind}, not text. Save or export it as CSV and import that.`);
}

function zipKind(start: Buffer): string {
  if (start.includes('xl/')) return 'an Excel workbook (xlsx)';
  if (start.includes('[Content_Types].xml')) return 'an Office document (xlsx, docx)';
  return 'a zip archive';
}

function hasManyNuls(bytes: Buffer): boolean {
  let nuls = 0;
  for (const byte of bytes) if (byte === 0) nuls += 1;
  return nuls > bytes.length * nulShare;
}

/** Control characters that no text has: not tab, the line ends, form feed, escape, or ASCII's own separators. */
function hasManyControls(bytes: Buffer): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x1b && !(byte >= 0x09 && byte <= 0x0d)) controls += 1;
  return controls > bytes.length * controlShare;
}
