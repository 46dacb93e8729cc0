import { quote } from '../tableDescription.ts';
import type { HostColumn } from './catalogue.ts';
import type { HostShape } from './hostShape.ts';
import { quoteTable } from './tableName.ts';

/** The values of a statement, numbered as they are added. */
export class Parameters {
  readonly values: unknown[] = [];

  /** How the value stands in the statement. `type` is one of Postgres', qualified where it is not its own. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  /** A list of texts as a list of another type: Postgres reads each as it reads a literal. */
  list(texts: readonly (string | null)[], type: string): string {
    return this.add(texts, `${type}[]`);
  }
}

/** The table by the schema in which it was found. */
export function tableSql({ table: { schema, name } }: HostShape): string {
  return quoteTable({ schema, name });
}

export function columnSql({ name }: HostColumn): string {
  return `t.${quote(name)}`;
}

/** The rows of the scope's tenant; `true` where the table has none. */
export function tenantSql({ tenant }: HostShape, projectId: string, parameters: Parameters): string {
  if (tenant === null) return 'true';
  return `${columnSql(tenant.column)} = ${parameters.add(tenant.valueOf(projectId), tenant.column.bare)}`;
}

/**
 * The rows with these ids, compared in the columns' own types. `IS TRUE` keeps the index of the tenant out of it: see
 * tableStore.
 */
export function byIdsSql(shape: HostShape, projectId: string, ids: readonly string[], parameters: Parameters): string {
  const own = `(${tenantSql(shape, projectId, parameters)}) IS TRUE`;
  const [first] = shape.id;
  if (first !== undefined && shape.id.length === 1) {
    return `${own} AND ${columnSql(first.column)} = ANY(${parameters.list(ids, first.column.bare)})`;
  }
  return `${own} AND (${idColumnsSql(shape)}) IN (SELECT * FROM ${idsSql(shape, ids, parameters)})`;
}

export function idColumnsSql({ id }: HostShape): string {
  return id.map(({ column }) => columnSql(column)).join(', ');
}

/** The ids as rows of k0, k1 ... */
export function idsSql({ id }: HostShape, ids: readonly string[], parameters: Parameters): string {
  const parts = ids.map((each) => idParts(each, id.length));
  const lists = id.map(({ column }, index) =>
    parameters.list(
      parts.map((part) => part[index] ?? null),
      column.bare,
    ),
  );
  return `unnest(${lists.join(', ')}) AS ids(${id.map((_, index) => `k${index}`).join(', ')})`;
}

/** A record's id by the texts of its key's columns: that of the only one, or a JSON list of all. */
export function idText(parts: readonly string[]): string {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : JSON.stringify(parts);
}

/** The texts again. What is no such id has none, and so is the id of nothing. */
export function idParts(id: string, count: number): readonly string[] {
  if (count === 1) return [id];
  try {
    const parts: unknown = JSON.parse(id);
    return Array.isArray(parts) ? parts.map(String) : [];
  } catch {
    return [];
  }
}
