import { z } from 'zod';
import { message } from '../../messages/catalogue.ts';
import type { ImporterMessages } from '../../messages/importerMessages.ts';
import { RowRejected } from '../errors.ts';
import type { Field, FieldContext, Fields, Values } from '../fields.ts';
import {
  type Cells,
  type DuplicatePolicy,
  defineImporter,
  type Importer,
  type ImporterLimits,
  type RecordsContext,
} from '../importer.ts';
import type { Json } from '../json.ts';
import { mergeFields } from '../mergeFields.ts';
import type { RecordFields } from '../records.ts';
import { referencesOf } from '../reference/reference.ts';
import { type Relations, relationsOf } from '../reference/relations.ts';
import type { GivenSuggestion, SuggestionContext, SuggestionSource } from '../suggesting/suggestion.ts';
import type { ColumnType, TableColumn } from '../tableDescription.ts';
import { keyOfMatch, resolveMatch } from './hostMatch.ts';
import { type HostDescription, type NewId, nameOf, type Tenant } from './hostShape.ts';
import { hostStore } from './hostStore.ts';
import { prepareTable } from './prepareTable.ts';
import type { TableName } from './tableName.ts';

/** Fields whose values JSON can say, and so a column can hold. */
export type ColumnFields = Readonly<Record<string, Field<Exclude<Json, null>>>>;

/** The record of a table importer: a value, or null, for each of its fields. */
export type TableRecord<F extends Fields> = Values<F> & RecordFields;

/** The fields by which a record can be known by themselves: those that no row leaves empty. */
type KeyOf<F extends Fields> = { [K in keyof F & string]: F[K]['required'] extends true ? K : never }[keyof F & string];

/** What an author says of an importer whose records are the rows of one table, a column for each field. */
export interface TableImporterOptions<F extends ColumnFields, O extends z.ZodType> {
  /** How the API calls it. */
  readonly name: string;
  /** How people call it. */
  readonly label: string;
  /**
   * The table, or a view that can be written to: `product`, `shop.product` or `{ schema, name }`. One of a name without a
   * schema is made where it is not there, with the columns `id` and `project_id` beside the fields. One that is there is
   * never changed; its types, key, defaults and constraints hold.
   */
  readonly table: TableName;
  readonly fields: F;
  /**
   * The fields by which a row finds the record that is there already. Where they are several, all of them have to be the
   * same, and an empty one is the same as an empty one; a row in which all are empty fails.
   */
  readonly match: KeyOf<F> | readonly [keyof F & string, ...(keyof F & string)[]];
  /** Texts match that differ in case only. Columns of type citext always do. */
  readonly ignoreCase?: boolean;
  /** Columns of fields that are called otherwise: `unitPrice` is `unit_price` unless said. */
  readonly columns?: { readonly [K in keyof F]?: string };
  /** The columns of the table's key, where they are not its primary key: those of a view, for one. */
  readonly key?: readonly [string, ...string[]];
  /**
   * The ids of new records, where no field is the key and the database gives none: a function, such as that of cuid, or
   * SQL, `{ sql: "nextval('product_id_seq')" }`. For a column of UUIDs, Sluice makes them.
   */
  readonly newId?: NewId;
  /**
   * Which records are a project's: the column that says so, and its value for a project, which is the project's id unless
   * said. Null: the table has no such column, and the imports of all projects write the same records. Absent: the column
   * `project_id`, as in tables that Sluice makes.
   */
  readonly tenant?: Tenant | null;
  /** Columns that hold when a record was created and when it was last changed: imports keep them up to date. */
  readonly stamps?: { readonly created?: string; readonly changed?: string };
  /** A zod object: what whoever starts an import may choose. */
  readonly options?: O;
  /** The record of a row: its values as they are, unless you check or change them here. Pure. Throws RowRejected. */
  record?(values: Values<F>, context: RecordsContext<z.output<O>>): Values<F>;
  /** Changes the cells of a row before they are parsed. */
  transform?(cells: Cells<F>, context: FieldContext): Partial<Cells<F>>;
  /** Suggests fields for the columns of a source. */
  suggestMapping?(source: SuggestionSource, context: SuggestionContext): Promise<readonly GivenSuggestion[]>;
  /** How values of fields are written, where that is not by the type of the field. */
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
 * An importer from its fields alone: the matching, the merging and the writing follow from them and from the table. Use
 * `defineImporter` where a row is about several records, or records are more than rows of one table.
 */
export function tableImporter<const F extends ColumnFields, O extends z.ZodType = typeof noOptions>(
  author: TableImporterOptions<F, O>,
): Importer<F, O, TableRecord<F>, TableRecord<F>> {
  const { name, label, fields } = author;
  const relations = relationsOf({
    type: author.tenant === undefined ? name : nameOf(author),
    table: nameOf(author),
    fields,
    columnOf: (field) => columnNameOf(author, field),
  });
  const description = describeTable(author, relations);
  const store = hostStore(description);
  const matched = description.match.fields;
  return defineImporter<F, O, TableRecord<F>, TableRecord<F>>({
    name,
    label,
    fields,
    // Where there are none, O is the type of `noOptions`, by its default.
    options: (author.options ?? noOptions) as O,
    duplicatePolicies: author.duplicatePolicies ?? ['ENRICH', 'UPDATE', 'SKIP', 'FAIL'],
    limits: author.limits ?? { maxRows: 1_000_000, chunkSize: { min: 1, max: 5_000, default: 500 } },
    ...(author.messages && { messages: author.messages }),
    ...(author.transform ? { transform: author.transform } : {}),
    ...(author.suggestMapping ? { suggestMapping: author.suggestMapping } : {}),
    store: relations ? relations.store(store) : store,
    async prepare(db) {
      await relations?.prepareTargets(db);
      const advice = await prepareTable(db, description);
      await relations?.prepareJoins(db);
      return advice;
    },
    records: (values, context) => {
      const record = recordOf(author.record ? author.record(values, context) : values);
      requireMatch(record, matched, fields);
      return [record];
    },
    async resolve(db, inputs, context) {
      const resolved = await resolveMatch(db, inputs, matched, context);
      return relations ? relations.resolve(db, resolved, context) : { inputs: resolved, save: async () => ({}) };
    },
    matchKeys: (record) => [keyOfMatch(record, matched)],
    merge: (current, record, policy) => {
      if (current === null) return record;
      return relations ? relations.merge(current, record, policy) : mergeFields(current, record, policy);
    },
    ...(relations ? relations.parts : {}),
  });
}

/** A row that says nothing of what it is matched by could be about any record. */
function requireMatch(record: RecordFields, matched: readonly string[], fields: ColumnFields): void {
  if (matched.some((field) => (record[field] ?? null) !== null)) return;
  const labels = matched.map((field) => fields[field]?.label ?? field);
  throw new RowRejected({ field: matched[0] ?? '', ...message('NOTHING_TO_MATCH', { labels }) });
}

function describeTable<F extends ColumnFields, O extends z.ZodType>(
  author: TableImporterOptions<F, O>,
  relations: Relations | null,
): HostDescription<TableRecord<F>> {
  const { match, stamps = {} } = author;
  const times = [stamps.created, stamps.changed].flatMap((column): [string, TableColumn][] =>
    column === undefined ? [] : [[column, { column, type: 'text', made: 'timestamptz' }]],
  );
  const own = Object.entries(author.fields).filter(([field]) => !relations?.joined.has(field));
  const columns = [...own.map((entry) => columnOf(author, entry)), ...times];
  const { key, newId, tenant } = author;
  return {
    // Several importers can write to a table that is there already: its records are the same whoever writes them.
    type: tenant === undefined ? author.name : nameOf(author),
    table: author.table,
    // A column for each field, by the lines above; the names are lost in a list of entries.
    columns: Object.fromEntries(columns) as HostDescription<TableRecord<F>>['columns'],
    match: { fields: typeof match === 'string' ? [match] : match, ignoreCase: author.ignoreCase ?? false },
    stamps,
    ...(key ? { key } : {}),
    ...(newId ? { newId } : {}),
    ...(tenant === undefined ? {} : { tenant }),
  };
}

function columnOf<F extends ColumnFields, O extends z.ZodType>(
  author: TableImporterOptions<F, O>,
  [field, { type, column: form }]: [string, ColumnFields[string]],
): [string, TableColumn] {
  const column = columnNameOf(author, field);
  const own = author.columnTypes?.[field];
  if (own !== undefined) return [field, { column, type: own }];
  return [field, { column, ...(form ?? { type: COLUMN_TYPES[type] ?? 'jsonb' }) }];
}

/** The fields' values are JSON by the type of the fields; that all of a record is, the compiler cannot conclude. */
function recordOf<F extends ColumnFields>(values: Values<F>): TableRecord<F> {
  return values as TableRecord<F>;
}

/** The column of a field; of a reference the one with the key. */
function columnNameOf<F extends ColumnFields, O extends z.ZodType>(
  { columns, fields }: TableImporterOptions<F, O>,
  field: string,
): string {
  const rules = referencesOf(fields).get(field);
  const made = columnName(field);
  return columns?.[field] ?? (!rules || rules.through ? made : (rules.column ?? `${made}_id`));
}

/** unitPrice is the column unit_price. */
function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
