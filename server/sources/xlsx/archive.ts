import type { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { message } from '../../messages/catalogue.ts';
import { type ByteSource, SourceError } from '../types.ts';

/** A workbook has a few dozen parts, and one for each picture and sheet. */
const MAX_PARTS = 20_000;
/**
 * A part may unpack to this many bytes, or to this many times its size. The most that deflate packs is 1,032 to 1, which
 * only a bomb comes near; sheets reach 10 to 50.
 */
const ALWAYS_ALLOWED = 64 * 1024 * 1024;
const MOST_BYTES = 16 * 1024 * 1024 * 1024;
const MOST_RATIO = 200;

/** Whether a file that starts so is a zip archive with something in it. */
export function isZip(start: Buffer): boolean {
  return start.subarray(0, 4).equals(Buffer.from('PK\x03\x04'));
}

/** A part of a workbook as it is read, and how many bytes it unpacks to. */
export interface OpenPart {
  readonly stream: Readable;
  readonly size: number;
}

/** The parts of a zip archive, each read where it stands. */
export interface Archive {
  has(part: string): boolean;
  /** Null where there is no such part. Throws SourceError for one that cannot be read or unpacks to too much. */
  open(part: string): Promise<OpenPart | null>;
  /** What a failure of this archive's streams is: of the environment as it came, else that the archive is damaged. */
  explain(error: unknown): unknown;
  close(): void;
}

/** Reads ranges of a source, and remembers what the environment failed it with. */
class SourceRanges extends RandomAccessReader {
  failure: unknown = null;
  readonly #bytes: ByteSource;

  constructor(bytes: ByteSource) {
    super();
    this.#bytes = bytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const stream = this.#bytes.read(start, end);
    stream.on('error', (error) => {
      this.failure = error;
    });
    return stream;
  }
}

/** Opens a zip archive by its list of parts, which stands at its end. Throws SourceError BAD_WORKBOOK for a damaged one. */
export async function openArchive(bytes: ByteSource): Promise<Archive> {
  const ranges = new SourceRanges(bytes);
  const explain = (error: unknown): unknown => {
    // Our own mistakes are none of the file's.
    if (error instanceof SourceError || error instanceof TypeError) return error;
    return ranges.failure ?? damaged(error);
  };
  try {
    const zip = await fromRandomAccessReaderPromise(ranges, bytes.size, { lazyEntries: true, autoClose: false });
    const parts = await partsOf(zip);
    return {
      has: (part) => parts.has(nameOf(part)),
      open: async (part) => {
        const entry = parts.get(nameOf(part));
        if (!entry) return null;
        refuseBomb(entry);
        try {
          return { stream: await zip.openReadStreamPromise(entry), size: entry.uncompressedSize };
        } catch (error) {
          throw explain(error);
        }
      },
      explain,
      close: () => zip.close(),
    };
  } catch (error) {
    throw explain(error);
  }
}

async function partsOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MAX_PARTS) {
    throw new SourceError(
      message('BAD_WORKBOOK', { cause: message('ARCHIVE_PARTS', { count: zip.entryCount, limit: MAX_PARTS }) }),
    );
  }
  const parts = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) parts.set(nameOf(entry.fileName), entry);
  return parts;
}

/** Names of parts are compared without case, and may be written from the root. */
function nameOf(part: string): string {
  return part.replace(/^\//, '').toLowerCase();
}

function refuseBomb(entry: Entry): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) {
    throw new SourceError(message('PROTECTED'));
  }
  const most = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, compressedSize * MOST_RATIO));
  if (uncompressedSize <= most) return;
  throw new SourceError(
    message('BAD_WORKBOOK', { cause: message('WORKBOOK_BOMB', { name: fileName, size: uncompressedSize }) }),
  );
}

function damaged(cause: unknown): SourceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceError(message('BAD_WORKBOOK', { cause: message('WORKBOOK_DAMAGED', { reason }) }), { cause });
}
