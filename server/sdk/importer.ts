import type { z } from 'zod';
import type { Message } from '../messages/message.ts';
import type { FieldContext, Fields, Values } from './fields.ts';
import type { ImporterMessages } from './importerMessages.ts';
import type { Json, JsonObject } from './json.ts';
import type { Db, MatchKey, RecordFields, RecordScope, RecordStore } from './records.ts';
import type { FinishContext, ReportedWarning, Resolution, ResolveContext } from './resolution.ts';
import type { ReviewKind } from './review.ts';
import type { GivenSuggestion, SuggestionContext, SuggestionSource } from './suggestion.ts';

export type DuplicatePolicy = 'SKIP' | 'UPDATE' | 'ENRICH' | 'FAIL';
/** The policies that change a record which is already there. The engine handles SKIP and FAIL by itself. */
export type MergePolicy = 'UPDATE' | 'ENRICH';

/** Why a record that a key found is another's. The message becomes a warning or the reason of a failed row. */
export interface Misfit extends Message {
  /** What becomes of the input when no other key finds its record: a new record with a warning, or a failed row. */
  readonly otherwise: 'CREATE' | 'FAIL';
}

/** What a record is to an input whose key found it: its own, perhaps its own (where no other is), or another's. */
export type Fit = 'SURE' | 'PERHAPS' | Misfit;

export interface ImporterLimits {
  /** The most rows of one import. At 10,000 or less nothing is written before the whole source is counted. */
  readonly maxRows: number;
  /** Rows of a chunk, and so of a transaction. */
  readonly chunkSize: { readonly min: number; readonly max: number; readonly default: number };
}

/** A file format recognised by its headers, such as another product's export. */
export interface KnownFormat<F extends Fields = Fields> {
  readonly name: string;
  /** Headers that must all be there for the format to be recognised. */
  readonly signature: readonly string[];
  /** The file has the signature's headers and no others: for formats whose few headers are anybody's. */
  readonly exact?: boolean;
  /** Header to field; null ignores the column. Headers that are not named go to the catch-all. */
  readonly mapping: Readonly<Record<string, (keyof F & string) | null>>;
}

/** A header that means one thing alone and another beside a column: "Name" beside a last name is the first name. */
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
  /** Says something of the row to whoever looks at the import; the row is imported all the same. */
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
  /** The name under which columns that no field takes are offered in a mapping; absent: they are ignored. */
  readonly catchAll?: string;
  readonly formats?: readonly KnownFormat<F>[];
  readonly headerPairs?: readonly HeaderPair<F>[];
  /** A zod object; its JSON Schema is what the console draws. */
  readonly options: O;
  readonly duplicatePolicies: readonly [DuplicatePolicy, ...DuplicatePolicy[]];
  readonly limits: ImporterLimits;
  /** The sentences of the codes that the importer itself gives to rows and warnings, by language. See importerMessages. */
  readonly messages?: ImporterMessages;
  readonly store: RecordStore<R>;
  /**
   * Makes what the store needs, such as its table. Runs at every start, before any import, in a transaction in which
   * no other process does the same: what is there already stays as it is. Absent where migrations of your own make it.
   */
  prepare?(db: Db): Promise<void>;
  /**
   * Changes the cells of a row before they are parsed, such as a price that depends on a currency's column. It gets the
   * cell of each field after the mapping and its rules, null where it is empty. The fields that it returns are replaced,
   * the others stay. Pure. Throws RowRejected for a row that cannot be imported.
   */
  transform?(cells: Cells<F>, context: FieldContext): Partial<Cells<F>>;
  /**
   * Suggests fields for the columns of a source, where you know better than headers do; you may ask a model of your own.
   * What it does not name stays as Sluice suggests it. It has SUGGESTION_SECONDS: when it fails or is late, the import
   * has a warning and the built-in suggestion stays.
   */
  suggestMapping?(source: SuggestionSource, context: SuggestionContext): Promise<readonly GivenSuggestion[]>;
  /**
   * What the row is about: one input a record. Pure. Throws RowRejected for a row that cannot be imported; an empty list
   * is such a row too.
   */
  records(values: Values<F>, context: RecordsContext<z.output<O>>): readonly Input[];
  /**
   * Before rows are folded: what the project's data must say of their inputs first, such as which venue a name means.
   * Set-wise, for the inputs of a chunk in the order of the source, and as if they came one by one. Writes nothing
   * itself: it may be asked what would be. Absent where an input needs no such thing.
   */
  resolve?(db: Db, inputs: readonly Input[], context: ResolveContext<z.output<O>>): Promise<Resolution<Input>>;
  /** What its rows refer to by name, and a person may be asked about. */
  readonly review?: readonly ReviewKind[];
  /**
   * The keys by which the record of an input is found, in order: the first that finds any decides, several records
   * fail the row with AMBIGUOUS_MATCH, none creates one. Pure.
   */
  matchKeys(input: Input, options: z.output<O>): readonly MatchKey[];
  /**
   * Whether a record that a key found is what the input is about, for keys that several may share, such as a phone
   * number. Records that do not fit are not found by that key; of those that do, one that is sure goes before others.
   * `record` is null for more records with the key's value than the store's `most`: none of them is looked at. Pure.
   * Absent: what a key finds fits.
   */
  fit?(record: R | null, input: Input, key: MatchKey, options: z.output<O>): Fit;
  /** The record after this input: a new one (`current` null) or the current one changed by the policy. Pure. */
  merge(current: R | null, input: Input, policy: MergePolicy, options: z.output<O>): R;
  /** Inside a chunk's transaction, after its records are saved: what else touched records are put on, such as a list. */
  link?(db: Db, recordIds: readonly string[], context: HookContext<z.output<O>>): Promise<void>;
  /** Takes back what `attach` did for these records, and nothing older. */
  unlink?(db: Db, recordIds: readonly string[], context: HookContext<z.output<O>>): Promise<void>;
  /**
   * Once all rows are done, and after an undo: what can only be derived from all records, such as a hierarchy. One
   * transaction, in which nobody else writes records of this project and importer. May run again over the same.
   */
  finish?(db: Db, context: FinishContext<z.output<O>>): Promise<void>;
  /** What there is to say of the import as a whole, after `finish`, and at the end of a dry run, which has no finish. */
  report?(db: Db, context: FinishContext<z.output<O>>): Promise<readonly ReportedWarning[]>;
}

/** Any importer, as the engine sees it once the author's types have done their work. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds importers of unlike types; the engine never looks inside.
export type AnyImporter = Importer<any, any, any, any>;

/** Identity, for inference: mistakes in a definition fail to compile where they are made. */
export function defineImporter<F extends Fields, O extends z.ZodType, R extends RecordFields, Input>(
  importer: Importer<F, O, R, Input>,
): Importer<F, O, R, Input> {
  return importer;
}
