import { message } from '../../messages/catalogue.ts';
import { type Field, type FieldOptions, type Fields, Invalid } from '../fields.ts';
import { cellText, customField } from '../fieldTypes.ts';
import type { Json } from '../json.ts';
import { MAX_ENTITY_NAME } from './review.ts';

/** What becomes of a row that names a record which is not there. */
export type OnMissing = 'fail' | 'create' | 'review';

/** The table that says which records belong together, one row for each pair. */
export interface JoinTable {
  readonly table: string;
  /** Its column with the key of the importer's record; absent: the one whose foreign key leads there. */
  readonly from?: string;
  /** Its column with the key of the record that is referred to; absent: the one whose foreign key leads there. */
  readonly to?: string;
}

export interface ReferenceOptions<Required extends boolean = boolean> extends FieldOptions<Required> {
  /** The table of the records that are referred to: `category`, `shop.category`. */
  readonly to: string;
  /**
   * Columns of that table by which a record is found, in order: the first in which any record has the value decides.
   * A record that is created gets the value in the first of them.
   */
  readonly by: readonly [string, ...string[]];
  /**
   * `fail`: the row fails. `create`: the record is created, and an undo of the import takes it back when nothing else
   * refers to it. `review`: the row waits for a decision in the review queue.
   */
  readonly onMissing: OnMissing;
  /** Case tells one name from another. White space never does: several spaces are one, and none stand at the ends. */
  readonly caseSensitive?: boolean;
  /** The column of the importer's own table that holds the key; absent: `category_id` for the field `category`. */
  readonly column?: string;
  /** The column of `to` that says whose a record is; `project_id` where absent, null for a table that all projects share. */
  readonly tenant?: string | null;
  /** Further columns of a record that is created, such as a slug. Pure. */
  create?(name: string): Readonly<Record<string, Json>>;
}

export interface ListReferenceOptions extends ReferenceOptions<boolean> {
  /** The join table, by its name or with its columns. */
  readonly through: string | JoinTable;
  /** What stands between the names in a cell; a comma where absent. A list of a JSON source needs none. */
  readonly separator?: string;
  /** What UPDATE does with the records that a row does not name: `replace` lets go of them, `add` keeps them. ENRICH adds. */
  readonly onUpdate?: 'replace' | 'add';
}

/** A field's reference, as everything that works on it reads it. */
export interface ReferenceRules extends Omit<ReferenceOptions, 'label' | 'aliases' | 'required'> {
  readonly label: string;
  readonly required: boolean;
  /** Null for a reference to one record. */
  readonly through: JoinTable | null;
  readonly onUpdate: 'replace' | 'add';
}

export interface ReferenceField<T, Required extends boolean> extends Field<T, Required> {
  readonly reference: ReferenceRules;
}

/** Names in one cell. More are no list of names. */
const MAX_NAMES = 500;

/**
 * A field whose cells name a record of another table, or with `through` several. The record keeps the key; a list of them
 * is kept in the join table.
 *
 * @example reference({ label: 'Category', to: 'category', by: ['name'], onMissing: 'create' })
 * @example reference({ label: 'Tags', to: 'tag', by: ['name'], onMissing: 'create', through: 'product_tag' })
 */
export function reference<Required extends boolean = false>(
  options: ListReferenceOptions & FieldOptions<Required>,
): ReferenceField<readonly string[], NoInfer<Required>>;
export function reference<Required extends boolean = false>(
  options: ReferenceOptions<Required>,
): ReferenceField<string, NoInfer<Required>>;
export function reference(
  options: ReferenceOptions & Partial<ListReferenceOptions>,
): ReferenceField<string, boolean> | ReferenceField<readonly string[], boolean> {
  const { label, required = false, through = null, separator = ',', onUpdate = 'replace' } = options;
  const join = typeof through === 'string' ? { table: through } : through;
  const rules: ReferenceRules = { ...options, label, required, through: join, onUpdate };
  if (join === null) return { ...customField('reference', options, nameIn), reference: rules };
  return { ...customField('references', options, (cell) => namesIn(cell, separator)), reference: rules };
}

/** The references of an importer's fields, by field. */
export function referencesOf(fields: Fields): ReadonlyMap<string, ReferenceRules> {
  const found = Object.entries(fields).flatMap(([name, field]: [string, object]) =>
    'reference' in field ? [[name, (field as ReferenceField<string, boolean>).reference] as const] : [],
  );
  return new Map(found);
}

function nameIn(cell: Exclude<Json, null>): string | Invalid {
  const text = cellText(cell);
  if (text instanceof Invalid) return text;
  const name = text.replaceAll(/\s+/gu, ' ').trim();
  if (name.length <= MAX_ENTITY_NAME) return name;
  const cause = message('TEXT_TOO_LONG', { limit: MAX_ENTITY_NAME, count: name.length });
  return new Invalid(message('TOO_LONG', { cause }));
}

function namesIn(cell: Exclude<Json, null>, separator: string): readonly string[] | Invalid {
  const items = Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(separator) : [cell];
  const names: string[] = [];
  for (const item of items) {
    const name = item === null || item === undefined ? '' : nameIn(item);
    if (name instanceof Invalid) return name;
    if (name !== '' && !names.includes(name)) names.push(name);
  }
  if (names.length <= MAX_NAMES) return names;
  return new Invalid(message('TOO_MANY_NAMES', { limit: MAX_NAMES, count: names.length }));
}
