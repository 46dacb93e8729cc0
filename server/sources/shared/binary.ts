import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { SourceError } from '../types.ts';
import { markOf } from './encoding.ts';

/** Of an Office document before 2007, and of the container around an encrypted one, with the name of what is in it. */
const officeMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const protectedMark = Buffer.from('EncryptedPackage', 'utf16le');

/** First bytes of what people upload by mistake, and what to do about it. */
const kinds: readonly (readonly [Buffer, Message])[] = [
  [Buffer.from('%PDF-'), message('KIND_PDF')],
  [Buffer.from('PK\x03\x04'), message('KIND_ZIP')],
  [Buffer.from([0x1f, 0x8b]), message('KIND_GZIP')],
  [officeMark, message('KIND_OLD_OFFICE')],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), message('KIND_PNG')],
  [Buffer.from([0xff, 0xd8, 0xff]), message('KIND_JPEG')],
  [Buffer.from('GIF8'), message('KIND_GIF')],
  [Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), message('KIND_7Z')],
  [Buffer.from('Rar!\x1a\x07', 'latin1'), message('KIND_RAR')],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), message('KIND_ZSTD')],
  [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a]), message('KIND_XZ')],
  [Buffer.from('SQLite format 3\0'), message('KIND_SQLITE')],
  [Buffer.from('PAR1'), message('KIND_PARQUET')],
];

/**
 * How much of the start is looked at for NUL bytes and other control characters; the shares from which it is no text.
 */
const inspectedLength = 4096;
const nulShare = 0.01;
const controlShare = 0.05;

/**
 * Throws SourceError BINARY_SOURCE, naming the kind. A single NUL in a long text is no reason: it stays in its value,
 * and its row fails alone.
 */
export function refuseBinary(start: Buffer, requestedEncoding: boolean): void {
  if (start.includes(protectedMark) && start.subarray(0, 4).equals(officeMark)) {
    throw new SourceError(message('BINARY_SOURCE', { cause: message('OFFICE_PROTECTED') }));
  }
  const kind = kinds.find(([magic]) => start.subarray(0, magic.length).equals(magic))?.[1];
  if (kind?.code === 'KIND_ZIP') throw refusal(zipKind(start));
  if (kind !== undefined) throw refusal(kind);
  if (!requestedEncoding && markOf(start) === null && hasManyNuls(start.subarray(0, inspectedLength))) {
    throw new SourceError(message('BINARY_SOURCE', { cause: message('NUL_BYTES') }));
  }
  // In UTF-16 half of the bytes of plain text look like control characters.
  if (!requestedEncoding && markOf(start) === null && hasManyControls(start.subarray(0, inspectedLength))) {
    throw new SourceError(message('BINARY_SOURCE', { cause: message('NOT_TEXT') }));
  }
}

function refusal(kind: Message): SourceError {
  return new SourceError(message('BINARY_SOURCE', { cause: message('NOT_TEXT_BUT', { kind }) }));
}

function zipKind(start: Buffer): Message {
  if (start.includes('xl/')) return message('KIND_XLSX');
  if (start.includes('[Content_Types].xml')) return message('KIND_OFFICE');
  return message('KIND_ZIP');
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
