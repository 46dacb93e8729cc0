import type { z } from 'zod';
import type { ImporterMessages } from '../messages/importerMessages.ts';
import type { Message } from '../messages/message.ts';
import type { FieldContext, Fields, Values } from './fields.ts';
import type { Json, JsonObject } from './json.ts';
import type { Db, MatchKey, RecordFields, RecordScope, RecordStore } from './records.ts';
import type { FinishContext, MadeType, ReportedWarning, Resolution, ResolveContext } from './reference/resolution.ts';
import type { ReviewKind } from './reference/review.ts';
import type { GivenSuggestion, SuggestionContext, SuggestionSource } from './suggesting/suggestion.ts';

export type DuplicatePolicy = 'SKIP' | 'UPDATE' | 'ENRICH' | 'FAIL';
/** The policies that change an existing record. The engine handles SKIP and FAIL itself. */
export type MergePolicy = 'UPDATE' | 'ENRICH';

/** Why a record that a key found does not belong to the input. The message becomes a warning or a row error. */
export interface Misfit extends Message {
  /** If no other key finds a record: CREATE makes a new record with a warning, FAIL makes the row a failed row. */
  readonly otherwise: 'CREATE' | 'FAIL';
}

/** Whether a record that a key found is the input's: surely, perhaps (used if no other record is sure), or not. */
export type Fit = 'SURE' | 'PERHAPS' | Misfit;

export interface ImporterLimits {
  /** The maximum number of rows of one import. At 10,000 or less, nothing is written before all rows are counted. */
  readonly maxRows: number;
  /** Rows per chunk. A chunk is one transaction. */
  readonly chunkSize: { readonly min: number; readonly max: number; readonly default: number };
}

/** A file format recognised by its headers, such as another product's export. */
export interface KnownFormat<F extends Fields = Fields> {
  readonly name: string;
  /** The format is recognized if all of these headers are present. */
  readonly signature: readonly string[];
  /** The file must have no other headers. For formats whose few headers are common. */
  readonly exact?: boolean;
  /** Header to field; null ignores the column. Headers that are not named go to the catch-all. */
  readonly mapping: Readonly<Record<string, (keyof F & string) | null>>;
}

/** A header whose meaning depends on another column: "Name" next to a last name is the first name. */
export interface HeaderPair<F extends Fields = Fields> {
  readonly header: string;
  /** The field of the other column. */
  readonly beside: keyof F & string;
  /** The field that the header's column goes to then, if no other column does. */
  readonly field: keyof F & string;
}

export interface RecordsContext<Options> extends FieldContext {
  readonly options: Options & Readonly<Record<string, unknown>>;
  /** Columns that no field takes, by column name; cells that are empty are left out. */
  readonly rest: JsonObject;
  /** Adds a warning to the import. The row is imported. */
  warn(warning: Message): void;
}

/** The cells of a row by their fields, before they are parsed. */
export type Cells<F extends Fields> = { readonly [K in keyof F]: Json };

export interface HookContext<Options> extends RecordScope {
  readonly options: Options;
}

/**
 * What can be imported and how. `load`, `save` and everything around them (chunks, transactions, retries, counts,
 * failed rows, provenance, dry run, undo, progress, API, console) comes from the engine and `store`.
 */
export interface Importer<F extends Fields, O extends z.ZodType, R extends RecordFields, Input> {
  readonly name: string;
  readonly label: string;
  readonly fields: F;
  /** The name by which a mapping keeps columns without a field of their own. If absent, they are ignored. */
  readonly catchAll?: string;
  readonly formats?: readonly KnownFormat<F>[];
  readonly headerPairs?: readonly HeaderPair<F>[];
  /** A zod object. The console draws its form from the JSON Schema. */
  readonly options: O;
  readonly duplicatePolicies: readonly [DuplicatePolicy, ...DuplicatePolicy[]];
  readonly limits: ImporterLimits;
  /**
   * The sentences of the codes that the importer itself gives to rows and warnings, by language. See importerMessages.
   */
  readonly messages?: ImporterMessages;
  readonly store: RecordStore<R>;
  /**
   * Makes what the store needs, such as its table. Runs at every start, before any import, in a transaction in which
   * no other process does the same: what is there already stays as it is. Lines that it gives back are logged: what would
   * be well to have. Absent where migrations of your own make it.
   */
  prepare?(db: Db): Promise<void> | Promise<readonly string[]>;
  /**
   * Changes the cells of a row before they are parsed, such as a price that depends on a currency's column. It gets the
   * cell of each field after the mapping and its rules, null where it is empty. The fields that it returns are
   * replaced, the others stay. Pure. Throws RowRejected for a row that cannot be imported.
   */
  transform?(cells: Cells<F>, context: FieldContext): Partial<Cells<F>>;
  /**
   * Suggests fields for the columns of a source, where you know better than headers do; you may ask a model of your
   * own. What it does not name stays as Sluice suggests it. It has SUGGESTION_SECONDS: when it fails or is late, the
   * import has a warning and the built-in suggestion stays.
   */
  suggestMapping?(source: SuggestionSource, context: SuggestionContext): Promise<readonly GivenSuggestion[]>;
  /**
   * Turns a row into its inputs, one for each record that the row describes. Must be pure. Throws RowRejected for a row
   * that cannot be imported. An empty list also makes the row a failed row (EMPTY_ROW).
   */
  records(values: Values<F>, context: RecordsContext<z.output<O>>): readonly Input[];
  /**
   * Looks up what inputs need from the project's data before their rows are folded, such as the venue that a name
   * means. It is called once per chunk, with the inputs in the order of the source, and must return what a call for
   * each input would. It must not write: dry runs and checks call it too. `save` of its result writes.
   */
  resolve?(db: Db, inputs: readonly Input[], context: ResolveContext<z.output<O>>): Promise<Resolution<Input>>;
  /** What its rows refer to by name, and a person may be asked about. */
  readonly review?: readonly ReviewKind[];
  /** What its rows make in passing, beside its own records. */
  readonly made?: readonly MadeType[];
  /** Fields of lists to which ENRICH adds, so that it keeps nothing of them back. */
  readonly addedTo?: readonly string[];
  /**
   * The keys by which the record of an input is found, in order. The first key that finds a record decides. Several
   * records fail the row with AMBIGUOUS_MATCH; no record means that one is created. Must be pure.
   */
  matchKeys(input: Input, options: z.output<O>): readonly MatchKey[];
  /**
   * Whether a record that a key found is the input's, for keys that several records can share, such as a phone number.
   * A record that does not fit is ignored for this key; a sure record is preferred to the others. `record` is null if
   * more records than the store's `most` have the key's value. Must be pure. If absent, every found record fits.
   */
  fit?(record: R | null, input: Input, key: MatchKey, options: z.output<O>): Fit;
  /**
   * The record after this input: a new record if `current` is null, else `current` changed by the policy. Must be pure.
   */
  merge(current: R | null, input: Input, policy: MergePolicy, options: z.output<O>): R;
  /** Links the chunk's records to something else, such as a list. Runs in the chunk's transaction, after `save`. */
  link?(db: Db, recordIds: readonly string[], context: HookContext<z.output<O>>): Promise<void>;
  /** Reverses what `link` did for these records in this import, and nothing older. */
  unlink?(db: Db, recordIds: readonly string[], context: HookContext<z.output<O>>): Promise<void>;
  /**
   * Derives what depends on all records, such as a hierarchy. Runs after the last row and after an undo, in one
   * transaction in which no other import writes records of this project and importer. Must be repeatable.
   */
  finish?(db: Db, context: FinishContext<z.output<O>>): Promise<void>;
  /** Warnings about the import as a whole. Runs after `finish`, and at the end of a dry run, which has no `finish`. */
  report?(db: Db, context: FinishContext<z.output<O>>): Promise<readonly ReportedWarning[]>;
}

/** Any importer, as the engine sees it: without the author's types. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds importers of unlike types; the engine never looks inside.
export type AnyImporter = Importer<any, any, any, any>;

/** Returns its argument. It infers the types, so that a mistake in a definition fails to compile where it is made. */
export function defineImporter<F extends Fields, O extends z.ZodType, R extends RecordFields, Input>(
  importer: Importer<F, O, R, Input>,
): Importer<F, O, R, Input> {
  return importer;
}
