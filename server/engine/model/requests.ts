import type { RowError } from '../../sdk/errors.ts';
import type { DuplicatePolicy } from '../../sdk/importer.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { SuggestedColumn } from '../../sdk/suggesting/suggestion.ts';
import type { FormatHints, SourceFormat, SourceWarning } from '../../sources/types.ts';
import type { RowFilter } from './failedRow.ts';
import type { FieldRule } from './fieldRule.ts';
import type { AppliedMapping } from './import.ts';
import type { SavedMapping } from './savedMapping.ts';

export type SourceInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'upload'; readonly uploadId: string }
  | { readonly kind: 'rows'; readonly rows: readonly Json[] }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'import'; readonly importId: string };

/** StartImportInput of the API after the transport is taken off it. Absent is undefined, never null. */
export interface StartImport {
  readonly projectId: string;
  readonly importer: string;
  readonly source: SourceInput;
  readonly format?: FormatHints;
  readonly mapping?: readonly AppliedMapping[];
  readonly fieldRules?: readonly FieldRule[];
  readonly options?: Json;
  readonly onDuplicate?: DuplicatePolicy;
  readonly chunkSize?: number;
  readonly mode?: 'AUTO' | 'SYNC' | 'ASYNC';
  readonly dryRun?: boolean;
  readonly maxErrorRate?: number;
  readonly notifyEmails?: readonly string[];
  readonly webhookUrl?: string;
  readonly idempotencyKey?: string;
}

/** A failed row as it would be after a correction. */
export interface CheckedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  readonly values: JsonObject;
  readonly errors: readonly RowError[];
  readonly attempts: number;
}

export interface RowCorrection {
  readonly rowNumber: number;
  /** The columns that it names are replaced, the others stay. */
  readonly values: Json;
}

/** Which failed rows are meant, and how some of them are corrected. */
export interface Selection {
  readonly filter: RowFilter;
  readonly corrections: ReadonlyMap<number, JsonObject>;
}

/** What a person decided, and what it came to. */
export interface Decided<T> {
  readonly result: T;
  /** Failed rows that were waiting for it and are tried again now. */
  readonly releasedRows: number;
  /** The imports that they belong to. */
  readonly releasedIn: readonly string[];
}

export interface Decision<T> {
  readonly actor: string;
  readonly projectId: string;
  /** Those whose rows may wait for it. */
  readonly importers: readonly string[];
  /** Keeps the decision. `keys` are what rows waited for, as in RowError.waitsFor. */
  take(tx: Db): Promise<{ readonly result: T; readonly keys: readonly string[] }>;
}

export interface InspectSource {
  readonly projectId: string;
  readonly importer: string;
  readonly source: SourceInput;
  readonly format?: FormatHints;
  /** Tries these on the first rows; the proposed mapping where absent. */
  readonly mapping?: readonly AppliedMapping[];
  readonly fieldRules?: readonly FieldRule[];
  readonly options?: Json;
}

/** Rows on which a mapping is tried, as an inspection gave them. */
export interface PreviewMapping {
  readonly importer: string;
  readonly columns: readonly string[];
  /** Column to value, at most 20. */
  readonly rows: readonly Json[];
  readonly mapping: readonly AppliedMapping[];
  readonly fieldRules: readonly FieldRule[];
  readonly format?: FormatHints;
  readonly options?: Json;
}

/** What a row's fields become by a mapping. */
export interface MappedRow {
  /** Field to value, as the importer gets it. */
  readonly values: JsonObject;
  readonly errors: readonly RowError[];
}

/** What a source looks like before anything of it is imported, and how it would be mapped. */
export interface SourceReport {
  readonly sourceName: string;
  readonly sourceBytes: number | null;
  readonly sourceFormat: SourceFormat;
  readonly columns: readonly InspectedColumn[];
  /** Column to value, as it came. */
  readonly sampleRows: readonly JsonObject[];
  /** Beside them: column to what its value says when, for an importer that takes dates. */
  readonly sampleDates: readonly JsonObject[];
  /** Beside them: what the fields become by the mapping that was asked for, or else is proposed. */
  readonly mappedRows: readonly MappedRow[];
  readonly estimatedRows: number | null;
  readonly sheets: readonly string[];
  /** The known export that the headers were recognised as. */
  readonly format: string | null;
  readonly suggestedMapping: readonly SuggestedColumn[];
  /** The mapping saved last for a source with the same headers, in this source's spelling. */
  readonly savedMapping: SavedMapping | null;
  readonly warnings: readonly SourceWarning[];
}

export interface RetryRows {
  readonly filter?: RowFilter;
  readonly corrections?: readonly RowCorrection[];
}

export interface SaveMapping {
  readonly projectId: string;
  readonly importer: string;
  readonly name: string;
  /** All columns of the source that it is made for: sources with the same are offered it. */
  readonly headers: readonly string[];
  readonly mapping: readonly AppliedMapping[];
  readonly fieldRules?: readonly FieldRule[];
  readonly format?: FormatHints;
}

/** By count, what an undo would do. `errored` shows only when it is done: nothing is tried here. */
export interface UndoCounts {
  readonly reversed: number;
  readonly kept: number;
  readonly errored: number;
}

/** What the first rows have in a column. */
export interface InspectedColumn {
  readonly name: string;
  /** The first different values that are not empty, cut to 200 characters. */
  readonly samples: readonly string[];
  /** How many of the rows looked at have a value here. */
  readonly filled: number;
  /** All values in the rows looked at, commonest first; empty where they are more than 50 or one is long. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How they could be read as dates, likeliest first; empty where they need no date format, or are none. */
  readonly dateFormats: readonly DateReading[];
}

/** A way in which all dates of a column can be read. */
export interface DateReading {
  /** As in Unicode: dd/MM/yyyy. */
  readonly format: string;
  /** The first value that the ways of the column read differently; the first of all where they agree. */
  readonly sample: string;
  /** What `sample` is then: yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss. */
  readonly date: string;
}
