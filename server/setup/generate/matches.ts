import type { HostColumn, HostTable, HostUnique } from '../../sdk/hostTable/catalogue.ts';
import type { ForeignKey } from './store/tables.ts';

/** By which columns a row finds its record, and which ones are the table's key. */
export interface TableMatch {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly isPrimary: boolean;
  /** No other unique key is there than that of the table. */
  readonly isKeyOfTable: boolean;
  /** A column of it is filled by the database or the application: files seldom have it. */
  readonly isFilled: boolean;
}

interface Matched {
  readonly table: HostTable;
  readonly foreignKeys: readonly ForeignKey[];
  readonly tenant: string | null;
}

/**
 * A unique key of columns that files have: one whose columns are never empty and lead to no other table before others,
 * and one of few columns before one of many. Else the table's key; null where there is none.
 */
export function chooseMatch(
  { table, foreignKeys, tenant }: Matched,
  isFilled: (column: string) => boolean,
): TableMatch | null {
  const key = keyOf(table);
  if (key === null) return null;
  const columnsOf = ({ columns }: HostUnique) => columns.filter((name) => name !== tenant);
  const leads = (name: string) => foreignKeys.some(({ column }) => column === name);
  const others = table.uniques.filter(
    (unique) =>
      unique !== key &&
      columnsOf(unique).length > 0 &&
      columnsOf(unique).every((name) => isMatchable(table.columns.get(name)) && !isFilled(name)),
  );
  const cost = (unique: HostUnique) =>
    (columnsOf(unique).every((name) => table.columns.get(name)?.isNullable === false) ? 0 : 100) +
    (columnsOf(unique).some(leads) ? 50 : 0) +
    columnsOf(unique).length;
  const [best] = others.toSorted((one, other) => cost(one) - cost(other));
  // A key that is in the rows anyway tells records apart better than one that can be empty.
  const natural = columnsOf(key).length > 0 && !columnsOf(key).some(isFilled) ? key : null;
  const chosen = natural && (best === undefined || cost(best) >= 50) ? natural : (best ?? key);
  const columns = columnsOf(chosen);
  if (columns.length === 0) return null;
  return {
    ...{ columns, key: key.columns, isPrimary: key.isPrimary, isKeyOfTable: chosen === key },
    isFilled: chosen === key && columns.some(isFilled),
  };
}

function keyOf({ uniques, columns }: HostTable): HostUnique | null {
  const whole = uniques.find((unique) => unique.columns.every((name) => columns.get(name)?.isNullable === false));
  return uniques.find(({ isPrimary }) => isPrimary) ?? whole ?? null;
}

function isMatchable(column: HostColumn | undefined): boolean {
  return column !== undefined && !column.isGenerated && column.sequence === null;
}
