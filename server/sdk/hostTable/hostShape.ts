import type { RecordFields } from '../records.ts';
import type { TableColumn } from '../tableDescription.ts';
import type { HostColumn, HostTable } from './catalogue.ts';
import { type CatalogueColumn, conversionOf } from './tableColumns.ts';
import { partsOf, type TableName, tableText } from './tableName.ts';

/** Which records of a table are a project's. */
export interface Tenant {
  readonly column: string;
  /** The column's value for a project, as a text of its type; the project's id where absent. Pure. */
  value?(projectId: string): string | number;
}

/** How new records get their ids where neither a field nor the database gives them: a function, or SQL. */
export type NewId = (() => string) | { readonly sql: string };

/** A table as an author describes it. What is not said here is read from the catalogue. */
export interface HostDescription<R extends RecordFields> {
  /** A stable name of the kind of record. */
  readonly type: string;
  readonly table: TableName;
  /** Of the fields, and of the times that are kept up to date. */
  readonly columns: { readonly [F in keyof R & string]: TableColumn };
  /** Columns; absent: the primary key. */
  readonly key?: readonly string[];
  readonly newId?: NewId;
  /** Null: the table has none. Absent: project_id. */
  readonly tenant?: Tenant | null;
  readonly match: { readonly fields: readonly (keyof R & string)[]; readonly ignoreCase: boolean };
  /** Fields that are the time of the creation and of the last change. */
  readonly stamps: { readonly created?: string; readonly changed?: string };
}

/** A field and its column. */
export interface HostField {
  readonly field: string;
  readonly form: TableColumn;
  readonly column: HostColumn;
  /** Where the column keeps values in a form of its own. */
  readonly conversion: CatalogueColumn | null;
}

/** A column of the key, and where a new record's value comes from. */
export interface IdColumn {
  readonly column: HostColumn;
  readonly from: 'field' | 'tenant' | 'database' | 'author' | 'sluice' | 'nothing';
  /** The field that it is, where `from` is that. */
  readonly field: string | null;
}

/** A description over its table as it is now. */
export interface HostShape {
  readonly table: HostTable;
  readonly fields: readonly HostField[];
  readonly id: readonly IdColumn[];
  readonly tenant: { readonly column: HostColumn; readonly valueOf: (projectId: string) => string } | null;
}

/** The tenant of a table about which nothing is said: as in tables that Sluice makes. */
const PROJECT: Tenant = { column: 'project_id' };

/** What can be told of a description by its table; columns that are not there are left out. */
export function shapeOf<R extends RecordFields>(description: HostDescription<R>, table: HostTable): HostShape {
  const entries = Object.entries<TableColumn>(description.columns);
  const fields = entries.flatMap(([field, form]): HostField[] => {
    const column = table.columns.get(form.column);
    return column === undefined ? [] : [{ field, form, column, conversion: conversionOf(form, column) }];
  });
  const told = description.tenant === undefined ? PROJECT : description.tenant;
  const tenantColumn = told === null ? undefined : table.columns.get(told.column);
  const tenant = tenantColumn && told ? { column: tenantColumn, valueOf: tenantValue(told) } : null;
  const id = keyColumns(description, table).flatMap((name): IdColumn[] => {
    const column = table.columns.get(name);
    return column === undefined ? [] : [idColumn(column, description, fields, tenant?.column ?? null)];
  });
  return { table, fields, id, tenant };
}

function tenantValue({ column, value }: Tenant): (projectId: string) => string {
  return (projectId) => {
    const own: unknown = value ? value(projectId) : projectId;
    if (typeof own === 'string' || typeof own === 'number') return String(own);
    throw new Error(`tenant.value gives no ${column} for the project ${projectId}`);
  };
}

/** The columns that tell its records apart: as said, or as the table has it. */
export function keyColumns<R extends RecordFields>(
  { key }: Pick<HostDescription<R>, 'key'>,
  table: HostTable,
): readonly string[] {
  if (key) return key;
  return table.uniques.find(({ isPrimary }) => isPrimary)?.columns ?? [];
}

function idColumn<R extends RecordFields>(
  column: HostColumn,
  { newId }: HostDescription<R>,
  fields: readonly HostField[],
  tenant: HostColumn | null,
): IdColumn {
  const own = fields.find((field) => field.column === column);
  if (own) return { column, from: 'field', field: own.field };
  const from = (): IdColumn['from'] => {
    if (column === tenant) return 'tenant';
    if (newId !== undefined) return typeof newId === 'function' ? 'author' : 'database';
    if (column.default !== null) return 'database';
    return column.bare === 'pg_catalog.uuid' ? 'sluice' : 'nothing';
  };
  return { column, from: from(), field: null };
}

/** How people call the table of a description. */
export function nameOf<R extends RecordFields>({ table }: Pick<HostDescription<R>, 'table'>): string {
  return tableText(partsOf(table));
}
