import type { Json } from '../json.ts';
import type { ConvertedValue, Db, FieldValue } from '../records.ts';
import { quote, type TableColumn } from '../tableDescription.ts';

/**
 * What the catalogue says of a column. A description says with which of Postgres' types a field's value is written; the
 * column of a table that others made may be of another one (numeric(10,2), an enum), which keeps the value in a form of
 * its own: 19.999 as 20.00. So values are read in the form of the description, and compared by what is read back.
 */
export interface CatalogueColumn {
  readonly name: string;
  /** As people write it: numeric(10,2). */
  readonly type: string;
  /** Of a domain what it is based on, qualified and without length or precision. */
  readonly bare: string;
  /** The same with its precision, where that rounds and never cuts off: of numbers and times. Else as `bare`. */
  readonly exact: string;
  /** pg_type.typcategory: N a number, D a date, S a text, E an enum ... */
  readonly category: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  /** Of an array: the type of its items, qualified. */
  readonly item?: string | null;
}

/** The columns of a table of the current schema, by name; none where there is no such table. */
export async function readCatalogue(db: Db, table: string): Promise<ReadonlyMap<string, CatalogueColumn>> {
  const columns = await db.query<CatalogueColumn>(
    `WITH RECURSIVE based AS (
       SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS id,
              a.atttypmod AS modifier, NOT a.attnotnull AS nullable,
              a.atthasdef OR a.attidentity <> '' AS defaulted
         FROM pg_attribute a
        WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped
       UNION ALL
       SELECT b.name, b.type, t.typbasetype, CASE WHEN t.typtypmod >= 0 THEN t.typtypmod ELSE b.modifier END,
              b.nullable AND NOT t.typnotnull, b.defaulted OR t.typdefault IS NOT NULL
         FROM based b JOIN pg_type t ON t.oid = b.id
        WHERE t.typtype = 'd'
     )
     SELECT b.name, b.type, bare.name AS bare, t.typcategory::text AS category, b.nullable AS "isNullable",
            b.defaulted AS "hasDefault",
            CASE WHEN t.typcategory IN ('N', 'D', 'T') AND b.modifier >= 0 THEN format_type(b.id, b.modifier)
                 ELSE bare.name END AS exact
       FROM based b JOIN pg_type t ON t.oid = b.id JOIN pg_namespace n ON n.oid = t.typnamespace,
            LATERAL (SELECT CASE WHEN n.nspname = 'pg_catalog' THEN 'pg_catalog.' || t.typname
                             ELSE quote_ident(n.nspname) || '.' || quote_ident(t.typname) END AS name) bare
      WHERE t.typtype <> 'd'`,
    [quote(table)],
  );
  return new Map(columns.map((column) => [column.name, column]));
}

/** What a column of each type of a description is called in the catalogue, and needs no conversion. */
const OWN_TYPES: Readonly<Record<TableColumn['type'], RegExp>> = {
  text: /^(text|character varying(\(\d+\))?)$/,
  uuid: /^uuid$/,
  integer: /^integer$/,
  'double precision': /^double precision$/,
  boolean: /^boolean$/,
  jsonb: /^jsonb$/,
  // A field's text has milliseconds.
  timestamptz: /^timestamp(\([3-6]\))? with time zone$/,
  date: /^date$/,
};

/** A field's column whose values Postgres converts: null where it keeps them as they are written. */
export function conversionOf(field: TableColumn, column: CatalogueColumn | undefined): CatalogueColumn | null {
  return column === undefined || OWN_TYPES[field.type].test(column.type) ? null : column;
}

/** A value of the column, in the form of the field. `value` is SQL of any type that goes into the column. */
export function readSql(column: TableColumn, value: string, conversion: CatalogueColumn | null): string {
  const { type } = column;
  if (type === 'jsonb' && conversion?.item) {
    return column.items === 'json' ? `to_jsonb(${value})` : `to_jsonb(${value}::text[])`;
  }
  if (type === 'timestamptz') {
    const at = conversion ? `${value}::timestamptz` : value;
    return `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  }
  // As text, in the ISO style of every session: a day may be infinity, or before Christ.
  if (type === 'date' && (conversion === null || conversion.bare === 'pg_catalog.date')) return `${value}::text`;
  if (type === 'date') return `to_char(${value}::date, 'YYYY-MM-DD')`;
  if (conversion === null) return value;
  if (type === 'integer' || type === 'double precision') return numberSql(value, conversion);
  // A uuid may stand in a column of texts, beside others that are none.
  return `${value}::${type === 'uuid' ? 'text' : type}`;
}

/** By way of their text, since 0.1 of `real` is 0.10000000149011612 of `double precision`. */
function numberSql(value: string, { bare }: CatalogueColumn): string {
  return bare === 'pg_catalog.money' ? `${value}::numeric::double precision` : `${value}::text::double precision`;
}

/** A field's value as it goes into its column. Texts go uncast, so that one that is too long is refused and not cut. */
export function writeSql({ type }: TableColumn, value: string, conversion: CatalogueColumn | null): string {
  if (conversion === null || (conversion.category === 'S' && type !== 'boolean')) return value;
  const { bare, exact, item } = conversion;
  if (type === 'jsonb' && item) return arraySql(value, item, exact);
  if (bare === 'pg_catalog.money') return `${value}::numeric::money`;
  // The cast of a `double precision` to numeric gives up its 16th and 17th digit.
  return bare === 'pg_catalog.numeric' ? `${value}::text::${exact}` : `${value}::${exact}`;
}

/** A JSON list as an array. */
function arraySql(value: string, item: string, exact: string): string {
  const items = `SELECT part.item::${item} FROM jsonb_array_elements_text(${value}) WITH ORDINALITY AS part(item, place)`;
  return `CASE WHEN ${value} IS NULL THEN NULL ELSE ARRAY(${items} ORDER BY part.place)::${exact} END`;
}

export interface ConvertedColumn {
  readonly field: string;
  readonly column: TableColumn;
  readonly conversion: CatalogueColumn;
}

/** What is read back of each value once it is written, and whether that is another one. */
export async function convertValues(
  db: Db,
  columns: readonly ConvertedColumn[],
  values: readonly FieldValue[],
): Promise<ConvertedValue[]> {
  const converted = new Map<FieldValue, ConvertedValue>();
  for (const column of columns) {
    const own = values.filter(({ field }) => field === column.field);
    if (own.length === 0) continue;
    const rows = await db.query<ConvertedValue>(convertSql(column), [own.map(({ value }) => textOf(column, value))]);
    for (const [index, value] of own.entries()) {
      converted.set(value, rows[index] ?? { value: value.value, rounded: false });
    }
  }
  return values.map((value) => converted.get(value) ?? { value: value.value, rounded: false });
}

function textOf({ column }: ConvertedColumn, value: Json): string {
  return typeof value === 'string' && column.type !== 'jsonb' ? value : JSON.stringify(value);
}

function convertSql({ column, conversion }: ConvertedColumn): string {
  const given = `r.given::${column.type}`;
  // As an assignment would take it, but for the length of texts, which is not for a cast to cut.
  const kept =
    conversion.category === 'S' ? `(${given})::${conversion.bare}` : `(${writeSql(column, given, conversion)})`;
  const value = readSql(column, kept, conversion);
  return `SELECT ${value} AS value, ${roundedSql(column, conversion, given, kept)} AS rounded
            FROM unnest($1::text[]) WITH ORDINALITY AS r(given, place) ORDER BY r.place`;
}

/** 20 and 20.00 are one number; 19.999 and 20.00 are two. */
function roundedSql(column: TableColumn, conversion: CatalogueColumn, given: string, kept: string): string {
  if (column.type === 'text') {
    const { category, bare } = conversion;
    const whole = bare === 'pg_catalog.date' ? 'timestamptz' : bare;
    return category === 'N' || category === 'D' ? `(${given})::${whole} <> ${kept}::${whole}` : 'false';
  }
  return column.type === 'jsonb' || column.type === 'uuid'
    ? 'false'
    : `${readSql(column, `(${given})`, null)} IS DISTINCT FROM ${readSql(column, kept, conversion)}`;
}
