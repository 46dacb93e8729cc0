import type { Message, MessageParams } from '../messages/message.ts';
import type { Json } from './json.ts';
import type { ColumnType } from './tableDescription.ts';

/** What a field's parser may know beside the cell: the import's options, such as a default region. */
export interface FieldContext {
  readonly options: Readonly<Record<string, unknown>>;
  /**
   * The day that a text means by the date format that was said for the source, as yyyy-MM-dd; null where it does not
   * fit. Absent where no format was said: then only yyyy-MM-dd means one thing.
   */
  readonly parseDate?: ((text: string) => string | null) | undefined;
  /** The import's locale, such as de; absent where none was given. */
  readonly locale?: string | undefined;
  /**
   * The number that a text means by the import's locale, in plain digits with a point: "1.234,56" is "1234.56" by de.
   * Null where it does not fit. Absent where no locale was given: then only plain digits mean one thing. A number of a
   * JSON source is none of its business.
   */
  readonly parseNumber?: ((text: string) => string | null) | undefined;
}

/** What a parser returns for a value that it does not accept: a message, or a stable code and how to fix the value. */
export class Invalid implements Message {
  readonly code: string;
  readonly params?: MessageParams;
  readonly message?: string;

  constructor(reason: Message);
  constructor(code: string, message: string);
  constructor(reason: Message | string, message?: string) {
    const given: Message = typeof reason === 'string' ? { code: reason, message: message ?? reason } : reason;
    this.code = given.code;
    if (given.params) this.params = given.params;
    if (given.message !== undefined) this.message = given.message;
  }
}

/** What an author says of a field. `Required` is known to the type, so that a required field's value is never null. */
export interface FieldOptions<Required extends boolean = boolean> {
  readonly label: string;
  /** Headers that mean this field, compared without case, spaces and punctuation. */
  readonly aliases?: readonly string[];
  /** A row without a value here fails with REQUIRED. */
  readonly required?: Required;
  /**
   * Changes a cell before it is parsed, such as a code that your system writes otherwise. It gets the cell after the
   * mapping and its rules, and only one that is not empty; null means no value. Pure. What it throws fails the row.
   */
  readonly transform?: CellTransform;
}

/** See FieldOptions.transform. */
export type CellTransform = (cell: Exclude<Json, null>, context: FieldContext) => Json | Invalid;

/** How a field's values stand in a column, and the column's type where Sluice makes it. */
export interface FieldColumn {
  readonly type: ColumnType;
  readonly made: string;
  /** Of a list: whether its items are texts, or numbers and booleans. */
  readonly items?: 'text' | 'json';
}

/** One column of an importer: how a cell becomes a typed value. Empty cells never reach `parse`: they are null. */
export interface Field<T, Required extends boolean = boolean> {
  readonly type: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly required: Required;
  readonly transform?: CellTransform;
  /** Absent: by its type, else jsonb. */
  readonly column?: FieldColumn;
  parse(cell: Exclude<Json, null>, context: FieldContext): T | Invalid;
}

// biome-ignore lint/suspicious/noExplicitAny: a field's type is known where it is used; `unknown` would not infer.
export type Fields = Readonly<Record<string, Field<any>>>;

/** A row after mapping and parsing, before the importer has made records of it. Null is an empty cell. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer Required>
    ? [Required] extends [true]
      ? T
      : T | null
    : never;
};
