import { z } from 'zod';
import type { ImporterMessages } from '../messages/importerMessages.ts';
import { ensureTable } from './ensureTable.ts';
import type { Field, FieldContext, Fields, Values } from './fields.ts';
import {
  type Cells,
  type DuplicatePolicy,
  defineImporter,
  type Importer,
  type ImporterLimits,
  type RecordsContext,
} from './importer.ts';
import type { Json } from './json.ts';
import { mergeFields } from './mergeFields.ts';
import type { RecordFields } from './records.ts';
import { referencesOf } from './reference/reference.ts';
import { type Relations, relationsOf } from './reference/relations.ts';
import type { GivenSuggestion, SuggestionContext, SuggestionSource } from './suggesting/suggestion.ts';
import type { ColumnType, TableColumn, TableDescription } from './tableDescription.ts';
import { tableStore } from './tableStore.ts';

/** Fields whose values JSON can say, and so a column can hold. */
export type ColumnFields = Readonly<Record<string, Field<Exclude<Json, null>>>>;

/** The record of a table importer: a value, or null, for each of its fields. */
export type TableRecord<F extends Fields> = Values<F> & RecordFields;

/** The fields by which a record can be known: required texts. */
type KeyOf<F extends Fields> = { [K in keyof F & string]: F[K] extends Field<string, true> ? K : never }[keyof F &
  string];

/** What an author says of an importer whose records are the rows of one table, a column for each field. */
export interface TableImporterOptions<F extends ColumnFields, O extends z.ZodType> {
  /** How the API calls it. */
  readonly name: string;
  /** How people call it. */
  readonly label: string;
  /** The name of the table. It is made when it is not there, with the columns `id` and `project_id` beside the fields. */
  readonly table: string;
  readonly fields: F;
  /** The field by which a row finds the record that is there already: no two records of a project share its value. */
  readonly match: KeyOf<F>;
  /** A zod object: what whoever starts an import may choose. */
  readonly options?: O;
  /** The record of a row: its values as they are, unless you check or change them here. Pure. Throws RowRejected. */
  record?(values: Values<F>, context: RecordsContext<z.output<O>>): Values<F>;
  /** Changes the cells of a row before they are parsed. */
  transform?(cells: Cells<F>, context: FieldContext): Partial<Cells<F>>;
  /** Suggests fields for the columns of a source. */
  suggestMapping?(source: SuggestionSource, context: SuggestionContext): Promise<readonly GivenSuggestion[]>;
  /** Types of columns that are to be others than the usual ones: text, double precision, boolean, date, else jsonb. */
  readonly columnTypes?: { readonly [K in keyof F]?: ColumnType };
  /** What may happen to a row that matches a record; the first is what happens unasked. All four where absent. */
  readonly duplicatePolicies?: readonly [DuplicatePolicy, ...DuplicatePolicy[]];
  /** 1,000,000 rows, in chunks of 1 to 5,000 (500 unless told), where absent. */
  readonly limits?: ImporterLimits;
  /** The sentences of the codes that `record` gives to rows and warnings, by language. See importerMessages. */
  readonly messages?: ImporterMessages;
}

const noOptions = z.strictObject({});

const COLUMN_TYPES: Readonly<Record<string, ColumnType>> = {
  ...{ text: 'text', email: 'text', boolean: 'boolean', date: 'date' },
  // Also for whole numbers: every one that a field takes is exact in it, and `integer` ends at 2,147,483,647.
  ...{ integer: 'double precision', number: 'double precision' },
  // The text of a key; a column of another type keeps it in its own form.
  reference: 'text',
};

/**
 * An importer from its fields alone: the table, the matching and the merging follow from them. Use `defineImporter`
 * where a row is about several records, or records are more than rows of one table.
 */
export function tableImporter<const F extends ColumnFields, O extends z.ZodType = typeof noOptions>(
  author: TableImporterOptions<F, O>,
): Importer<F, O, TableRecord<F>, TableRecord<F>> {
  const { name, label, fields, match } = author;
  const relations = relationsOf({
    type: name,
    table: author.table,
    fields,
    columnOf: (field) => columnOf(field, fields),
  });
  const description = describeTable(author, relations);
  const store = tableStore(description);
  return defineImporter<F, O, TableRecord<F>, TableRecord<F>>({
    name,
    label,
    fields,
    // Where there are none, O is the type of `noOptions`, by its default.
    options: (author.options ?? noOptions) as O,
    duplicatePolicies: author.duplicatePolicies ?? ['ENRICH', 'UPDATE', 'SKIP', 'FAIL'],
    limits: author.limits ?? { maxRows: 1_000_000, chunkSize: { min: 1, max: 5_000, default: 500 } },
    ...(author.messages && { messages: author.messages }),
    store: relations ? relations.store(store) : store,
    ...(author.transform ? { transform: author.transform } : {}),
    ...(author.suggestMapping ? { suggestMapping: author.suggestMapping } : {}),
    async prepare(db) {
      await relations?.prepareTargets(db);
      await ensureTable(db, description);
      await relations?.prepareJoins(db);
    },
    records: (values, context) => [recordOf(author.record ? author.record(values, context) : values)],
    matchKeys: (record) => [{ key: match, value: textOf(record[match]) }],
    merge: (current, record, policy) => {
      if (current === null) return record;
      return relations ? relations.merge(current, record, policy) : mergeFields(current, record, policy);
    },
    ...(relations ? { ...relations.parts, resolve: relations.resolve } : {}),
  });
}

function describeTable<F extends ColumnFields, O extends z.ZodType>(
  author: TableImporterOptions<F, O>,
  relations: Relations | null,
): TableDescription<TableRecord<F>> {
  const own = Object.entries(author.fields).filter(([field]) => !relations?.joined.has(field));
  const columns = own.map(([field, { type }]): [string, TableColumn] => [
    field,
    { column: columnOf(field, author.fields), type: author.columnTypes?.[field] ?? COLUMN_TYPES[type] ?? 'jsonb' },
  ]);
  const { match } = author;
  return {
    type: author.name,
    table: author.table,
    // A column for each field, by the line above; the names are lost in a list of entries.
    columns: Object.fromEntries(columns) as TableDescription<TableRecord<F>>['columns'],
    keys: { [match]: { column: columnName(match), unique: true, value: (record) => textOf(record[match]) } },
  };
}

/** The fields' values are JSON by the type of the fields; that all of a record is, the compiler cannot conclude. */
function recordOf<F extends ColumnFields>(values: Values<F>): TableRecord<F> {
  return values as TableRecord<F>;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The column of a field; of a reference the one with the key. */
function columnOf(field: string, fields: Fields): string {
  const rules = referencesOf(fields).get(field);
  if (!rules || rules.through) return columnName(field);
  return rules.column ?? `${columnName(field)}_id`;
}

/** unitPrice is the column unit_price. */
function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
