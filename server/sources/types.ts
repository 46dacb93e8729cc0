import type { Readable } from 'node:stream';
import type { Message } from '../messages/message.ts';
import { MessageError } from '../messages/messageError.ts';
import type { Json } from '../sdk/json.ts';

/** Durable bytes that can be read any number of times, from any offset. */
export interface ByteSource {
  /** For messages and format detection: the file's name. */
  readonly name: string;
  readonly size: number;
  /** `end` is exclusive. The stream fails with an error of the environment when the bytes are away. */
  read(start?: number, end?: number): Readable;
  /** To read from the middle of it, it has to be unpacked from its beginning. */
  readonly isPacked?: true;
  /** Its rows are known by their places, so that none is left out for saying nothing. */
  readonly keepsBlankRows?: true;
}

/** What the caller said of the source, as in SourceFormatInput; absent means detect it. */
export interface FormatHints {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly headerRow?: number;
  readonly sheet?: string;
  readonly dateFormat?: string;
  readonly locale?: string;
}

/** Settled once, kept with the import as JSON, and given back to the reader on every later read. */
export interface SourceFormat {
  readonly kind: 'csv' | 'json' | 'jsonl' | 'sitemap' | 'xlsx' | 'urls';
  /** The source's columns: unique, in its order. A source of objects may find more while it is read. */
  readonly columns: readonly string[];
  /** CSV only. */
  readonly dialect?: CsvDialect;
  /** Spreadsheets only: which sheet, and on which of its rows (1-based) the header is; 0 where it has none. */
  readonly sheet?: { readonly name: string; readonly headerRow: number };
  /** How dates are written, as it was said (Unicode: dd/MM/yyyy). Nothing detects it. */
  readonly dateFormat?: string;
  /** By which numbers and dates are written (BCP 47: de), as it was given. Nothing detects it. */
  readonly locale?: string;
  /** A file of failed rows only: its columns as they stand in it; `columns` leaves out Sluice's own. See engine/reimport. */
  readonly fileColumns?: readonly string[];
}

export interface CsvDialect {
  readonly encoding: string;
  /** Bytes of the byte order mark, which offsets include. */
  readonly bomBytes: number;
  readonly delimiter: string;
  readonly quote: string | null;
  readonly newline: '\n' | '\r\n' | '\r';
  /** 1-based line of the header; null where the file has none. */
  readonly headerLine: number | null;
  /** Byte offset and 1-based line at which the first row starts. */
  readonly firstRowByte: number;
  readonly firstRowLine: number;
}

export interface SourceWarning extends Message {
  readonly column?: string;
  readonly count?: number;
}

/** What a source looks like before anything is imported. `sampleRows` are the first rows, at most 20. */
export interface Inspection {
  readonly sourceFormat: SourceFormat;
  readonly sampleRows: readonly SourceRow[];
  readonly warnings: readonly SourceWarning[];
  /** Names of a spreadsheet's sheets that hold rows, in its order. */
  readonly sheets?: readonly string[];
  /** Rows that the source says it has. */
  readonly rowCount?: number;
}

/** From where a read goes on: after `row` rows, at `byte` of the source, on `line` (1-based; null without lines). */
export interface Position {
  readonly row: number;
  readonly byte: number;
  readonly line: number | null;
  /** Of a reader that cannot seek: tells the rows before from any others. */
  readonly prefix?: string;
}

/** A failed row of an earlier import. */
export interface RowOrigin {
  readonly importId: string;
  readonly row: number;
}

/**
 * A row as it came. `values` stand in the order of the columns and may be fewer (the rest is absent) or, in a row with
 * a fault, more. Nothing is trimmed or re-typed.
 */
export interface SourceRow {
  /** 1-based, header and blank lines not counted. */
  readonly number: number;
  /** 1-based line of the file on which the row starts; null where the source has no lines. */
  readonly line: number | null;
  readonly values: readonly Json[];
  /** The failed row that it came back from; see engine/reimport. */
  readonly origin?: RowOrigin;
  /** What is wrong with the row as text: it becomes a failed row whatever it says. */
  readonly rowError?: Message;
}

/**
 * Lines under the table that are no rows, as far as a source can tell. Where an importer can read them, they are rows
 * behind those of their group.
 */
export interface Footer {
  readonly rows: readonly SourceRow[];
  /** After the last of them. */
  readonly end: Position;
}

/** Rows in the order of the source with the position after each group's last row. Groups bound the reader's memory. */
export interface RowGroup {
  readonly rows: readonly SourceRow[];
  readonly end: Position;
  /** The columns so far, when the group brought new ones (sources of objects). */
  readonly columns?: readonly string[];
  /** Found while reading, such as a footer that is no row. */
  readonly warnings?: readonly SourceWarning[];
  /** With the last group, which has a warning of it. */
  readonly footer?: Footer;
}

/**
 * Reads one kind of source. `inspect` looks at the beginning only, whatever the size. `rows` streams: its memory does
 * not grow with the source, and `from` seeks where `seeks` says so; elsewhere it reads again what came before. Both
 * throw SourceError for a source that cannot be read as a whole.
 */
export interface SourceReader {
  /** What it reads first may stand anywhere in the source, as a zip archive's list of files does. */
  readonly isRandomAccess?: true;
  inspect(bytes: ByteSource, hints: FormatHints): Promise<Inspection>;
  rows(bytes: ByteSource, sourceFormat: SourceFormat, from: Position | null): AsyncIterable<RowGroup>;
  seeks(sourceFormat: SourceFormat): boolean;
}

/** The source cannot be read: empty, binary, no header. Ends an import as FAILED with this message. */
export class SourceError extends MessageError {
  override readonly name = 'SourceError';
  /** What of the input it is about: the source, or what was requested of its format. */
  readonly path: readonly string[];

  constructor(reason: Message, { path = ['source'], ...options }: SourceErrorOptions = {}) {
    super(reason, options);
    this.path = path;
  }
}

interface SourceErrorOptions extends ErrorOptions {
  readonly path?: readonly string[];
}
