import { type CatalogueColumn, readSql } from '../hostTable/tableColumns.ts';
import type { RecordFields } from '../records.ts';
import { type ColumnType, quote, type TableColumn, type TableDescription } from '../tableDescription.ts';
import type { FieldKind, ListedField, ListedTable, RecordField } from './recordList.ts';

const KINDS: Readonly<Record<ColumnType, FieldKind>> = {
  text: 'TEXT',
  uuid: 'TEXT',
  integer: 'NUMBER',
  'double precision': 'NUMBER',
  boolean: 'BOOLEAN',
  jsonb: 'OTHER',
  timestamptz: 'DATE_TIME',
  date: 'DATE',
};

/** Of a table with the columns `id` and `project_id`. `conversions` are those whose values Postgres converts, by name. */
export function listedTable<R extends RecordFields>(
  { table, columns }: TableDescription<R>,
  conversions: ReadonlyMap<string, CatalogueColumn>,
): ListedTable {
  return {
    from: `${quote(table)} t`,
    key: [{ column: 't.id', type: 'uuid' }],
    tenant: { column: 't.project_id', type: 'text', valueFor: (projectId) => projectId },
    fields: Object.entries<TableColumn>(columns).map(([name, column]) =>
      listedField(name, column, conversions.get(column.column) ?? null),
    ),
  };
}

/** What can be said of the fields before the table is looked at. */
export function recordFields(columns: Readonly<Record<string, TableColumn>>): RecordField[] {
  return Object.entries(columns).map(([name, column]) => recordField(name, column));
}

function recordField(name: string, { type }: TableColumn): RecordField {
  return { name, kind: KINDS[type], searched: type === 'text' };
}

/** A field of a table whose alias is `t`; `conversion` where the column keeps values in a form of its own. */
export function listedField(name: string, column: TableColumn, conversion: CatalogueColumn | null): ListedField {
  const field = recordField(name, column);
  const bare = `t.${quote(column.column)}`;
  return {
    ...field,
    value: readSql(column, bare, conversion),
    compared: comparedSql(column, bare, field.kind, conversion),
  };
}

function comparedSql(column: TableColumn, bare: string, kind: FieldKind, conversion: CatalogueColumn | null): string {
  // A uuid is compared with texts that need not be one.
  if (column.type === 'uuid') return `${bare}::text`;
  if (conversion === null) return bare;
  if (kind === 'DATE_TIME' || kind === 'DATE') return `${bare}::${column.type}`;
  if (kind !== 'NUMBER') return readSql(column, bare, conversion);
  // Numbers of all types compare with each other; money does not.
  if (conversion.bare === 'pg_catalog.money') return `${bare}::numeric`;
  return conversion.category === 'N' ? bare : readSql(column, bare, conversion);
}
