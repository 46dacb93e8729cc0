import { quote } from '../tableDescription.ts';

/** A table or view: `product`, `shop.product`, or its parts where a name has a dot in it. Names are taken as they are. */
export type TableName = string | { readonly schema?: string; readonly name: string };

export interface TableParts {
  /** Null: whichever schema of the search path has it. */
  readonly schema: string | null;
  readonly name: string;
}

export function partsOf(table: TableName): TableParts {
  if (typeof table !== 'string') return { schema: table.schema ?? null, name: table.name };
  const dot = table.indexOf('.');
  return dot < 1 ? { schema: null, name: table } : { schema: table.slice(0, dot), name: table.slice(dot + 1) };
}

/** As it stands in a statement. */
export function quoteTable({ schema, name }: TableParts): string {
  return schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

/** As people and provenance call it. */
export function tableText({ schema, name }: TableParts): string {
  return schema === null ? name : `${schema}.${name}`;
}
