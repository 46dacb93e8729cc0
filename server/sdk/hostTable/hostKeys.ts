import { canonicalJson } from '../canonical.ts';
import type { Json } from '../json.ts';
import type { MatchKey, RecordFields } from '../records.ts';
import { quote } from '../tableDescription.ts';
import type { HostColumn } from './catalogue.ts';
import { plainNumber } from './digits.ts';
import type { HostDescription, HostField, HostShape } from './hostShape.ts';
import { columnSql, idColumnsSql, type Parameters, tableSql, tenantSql } from './sql.ts';

/** A way to find records: by what rows are matched with, or by what the table allows only once. */
export interface HostKey {
  readonly name: string;
  readonly fields: readonly HostField[];
  readonly ignoreCase: boolean;
  /** The unique constraint that it is; null for what rows are matched with. */
  readonly constraint: string | null;
  /** Two nulls are alike. */
  readonly nullsAlike: boolean;
  /** An index begins with one of its columns. */
  readonly isIndexed: boolean;
}

/** The name of the key that rows are matched by. */
export function matchName(fields: readonly string[]): string {
  return fields.join(', ');
}

/** The keys of a table: that of the description first, then each of its unique constraints whose columns are fields. */
export function keysOfShape<R extends RecordFields>(
  { match }: Pick<HostDescription<R>, 'match'>,
  shape: HostShape,
): HostKey[] {
  const own = match.fields.flatMap((name) => shape.fields.filter(({ field }) => field === name));
  const matched: HostKey = {
    ...{ name: matchName(match.fields), fields: own, ignoreCase: match.ignoreCase, constraint: null, nullsAlike: true },
    isIndexed: isIndexed(shape, own),
  };
  const unique = shape.table.uniques.flatMap(({ name, columns, nullsAlike }): HostKey[] => {
    const others = columns.filter((column) => column !== shape.tenant?.column.name);
    const fields = others.flatMap((column) => shape.fields.filter((field) => field.column.name === column));
    if (others.length === 0 || fields.length !== others.length) return [];
    return [{ name, fields, ignoreCase: false, constraint: name, nullsAlike, isIndexed: true }];
  });
  return [matched, ...unique];
}

/** Whether an index helps to find rows by these columns: the first of its parts, but for the tenant, is one of them. */
export function isIndexed({ table, tenant }: HostShape, fields: readonly HostField[]): boolean {
  const leads = table.indexes.map((parts) => parts.find((part) => unquoted(part) !== tenant?.column.name));
  return leads.some((lead) => fields.some(({ column }) => lead !== undefined && isAbout(lead, column)));
}

function isAbout(part: string, { name }: HostColumn): boolean {
  return unquoted(part) === name || (part.startsWith('lower(') && (part.includes(name) || part.includes(quote(name))));
}

function unquoted(part: string): string {
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
}

/** The key of a record; null where it has none: all is empty, or one is that tells nothing apart. */
export function keyOf(key: HostKey, record: RecordFields): MatchKey | null {
  const parts = key.fields.map(({ field }) => textOf(record[field] ?? null));
  if (parts.every((part) => part === null) || (!key.nullsAlike && parts.includes(null))) return null;
  const [first] = key.fields;
  return {
    key: key.name,
    value: keyValue(parts.map((part, index) => comparable(key, key.fields[index], part))),
    ...(first ? { field: first.field } : {}),
    ...(key.constraint === null ? {} : { constraint: key.constraint }),
  };
}

/** A key of a row, of which only the name and the texts are known, as the table compares it. */
export function comparedKey(key: HostKey, { value, ...rest }: MatchKey): MatchKey {
  const parts = partsOfValue(value, key.fields.length);
  const compared = keyValue(parts.map((part, index) => comparable(key, key.fields[index], part)));
  return compared === value ? { ...rest, value } : { ...rest, value: compared, given: value };
}

/** The text of a key by those of its fields. */
export function keyValue(parts: readonly (string | null)[]): string {
  const [only] = parts;
  return parts.length === 1 ? (only ?? '') : JSON.stringify(parts);
}

function partsOfValue(value: string, count: number): readonly (string | null)[] {
  if (count === 1) return [value];
  const parts: unknown = JSON.parse(value);
  return Array.isArray(parts) ? parts.map((part: unknown) => (part === null ? null : String(part))) : [];
}

/** The text of a field's value. */
export function textOf(value: Json): string | null {
  if (value === null) return null;
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}

/** A value so that those which the column takes for one are one text. */
function comparable(key: HostKey, field: HostField | undefined, text: string | null): string | null {
  if (field === undefined || text === null) return text;
  const { bare, category } = field.column;
  if (bare.endsWith('.citext') || (key.ignoreCase && category === 'S')) return lowerCase(text);
  if (category === 'N' && field.form.type === 'text') return plainNumber(text);
  if (bare === 'pg_catalog.bpchar') return text.trimEnd();
  return bare === 'pg_catalog.uuid' ? text.toLowerCase() : text;
}

/** Letter by letter, as `lower` of Postgres does it: a sigma at the end of a word has the same small letter there. */
function lowerCase(text: string): string {
  return Array.from(text, (letter) => letter.toLowerCase()).join('');
}

/** SQL of a search for the records that any of the keys finds: a condition, or where that cannot be, their ids. */
export function searchSql(
  shape: HostShape,
  projectId: string,
  key: HostKey,
  wanted: readonly MatchKey[],
  parameters: Parameters,
): { readonly condition: string } | { readonly ids: string } {
  const values = [...new Set(wanted.flatMap(({ value, given }) => (given === undefined ? [value] : [value, given])))];
  const rows = values.map((value) => partsOfValue(value, key.fields.length));
  const [only] = key.fields;
  if (only !== undefined && key.fields.length === 1) {
    const list = parameters.list(
      rows.map((row) => row[0] ?? null),
      'text',
    );
    const { held, sought } = comparison(key, only);
    return { condition: `${held} = ANY(ARRAY(SELECT ${sought(`unnest(${list})`)}))` };
  }
  const groups = Map.groupBy(rows, (row) => row.map((part) => part === null).join());
  const searches = [...groups.values()].map((group) => jointSql(shape, projectId, key, group, parameters));
  return { ids: searches.join(' UNION ALL ') };
}

/** Rows by several columns at once, of which the same ones are null. One look into an index for each, if there is one. */
function jointSql(
  shape: HostShape,
  projectId: string,
  key: HostKey,
  rows: readonly (readonly (string | null)[])[],
  parameters: Parameters,
): string {
  const lists: string[] = [];
  const conditions = key.fields.map((field, index) => {
    if ((rows[0]?.[index] ?? null) === null) return `${columnSql(field.column)} IS NULL`;
    lists.push(
      parameters.list(
        rows.map((row) => row[index] ?? null),
        'text',
      ),
    );
    const { held, sought } = comparison(key, field);
    return `${held} = ${sought(`wanted.w${lists.length - 1}`)}`;
  });
  const wanted = `unnest(${lists.join(', ')}) AS wanted(${lists.map((_, index) => `w${index}`).join(', ')})`;
  const from = `${tableSql(shape)} t`;
  const where = [tenantSql(shape, projectId, parameters), ...conditions].join(' AND ');
  const search = `SELECT ${idColumnsSql(shape)} FROM ${from}`;
  if (!key.isIndexed) return `(${search} JOIN ${wanted} ON ${where})`;
  const names = shape.id.map((_, index) => `k${index}`);
  return `(SELECT held.* FROM ${wanted} CROSS JOIN LATERAL (${search} WHERE ${where} OFFSET 0) AS held(${names.join(', ')}))`;
}

/** What is compared with what, so that the column's index serves: never the column as another type. */
function comparison({ ignoreCase }: HostKey, { column }: HostField) {
  const held = columnSql(column);
  const { bare, category } = column;
  if (ignoreCase && category === 'S' && !bare.endsWith('.citext')) {
    return { held: `lower(${held})`, sought: (text: string) => `lower(${text})` };
  }
  const isText = bare === 'pg_catalog.text' || bare === 'pg_catalog.varchar';
  return { held, sought: (text: string) => (isText ? text : `${text}::${bare}`) };
}
