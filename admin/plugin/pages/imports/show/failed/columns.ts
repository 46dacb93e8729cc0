import { isRecord } from '../../../../api/json.ts';
import type { FailedRow, ImportDetail, ImporterInfo, RowError } from '../../../../api/types.ts';

/** A file may have thousands of columns and cells of megabytes; a page stays a page. */
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 200;

/** What tells where an error belongs. */
export type Mapping = readonly MappedColumn[];

/** A column with its field, or with those that it is split among. */
type MappedColumn = Pick<ImportDetail['mapping'][number], 'column' | 'field'> &
  Partial<Pick<ImportDetail['mapping'][number], 'split'>>;

/** What of an import tells where its columns went. */
interface Mapped {
  readonly mapping: Mapping | null;
}

export interface ShownColumns {
  readonly columns: readonly string[];
  /** How many are left out. */
  readonly hidden: number;
}

/** What of an importer tells which columns matter. */
export type FieldOrder = Pick<ImporterInfo, 'fields' | 'catchAll'>;

/**
 * The columns to show: first columns with errors, where they are visible; then columns that are mapped to fields, in
 * the importer's order, since a row without its required values is fixed there; then columns that are only kept, then
 * the others, each in the source's order. A column in `faultyBefore` stays in front, so that fixing its last error
 * moves nothing while the user edits.
 */
export function shownColumns(
  rows: readonly FailedRow[],
  item: Mapped & Pick<ImportDetail, 'sourceColumns'>,
  faultyBefore: Iterable<string> = [],
  importer: FieldOrder | null = null,
): ShownColumns {
  const inRows = rows.flatMap((row) => (isRecord(row.values) ? Object.keys(row.values) : []));
  const all = [...new Set([...(item.sourceColumns ?? []), ...inRows])];
  const faulty = new Set([...faultyBefore, ...faultyColumns(rows, item)]);
  const places = fieldPlaces(item.mapping, importer);
  const placeOf = (column: string) => (faulty.has(column) ? -1 : (places.get(column) ?? Number.POSITIVE_INFINITY));
  const columns = all.toSorted((one, other) => comparePlaces(placeOf(one), placeOf(other)));
  return { columns: columns.slice(0, MOST_COLUMNS), hidden: Math.max(0, all.length - MOST_COLUMNS) };
}

/** Column to the place of its field among the importer's; what is only kept comes after all of them. */
function fieldPlaces(mapping: Mapping | null, importer: FieldOrder | null): ReadonlyMap<string, number> {
  const fields = importer?.fields.map(({ name }) => name) ?? [];
  const placeOf = (field: string) =>
    field === importer?.catchAll ? fields.length : Math.max(0, fields.indexOf(field));
  const places = (entry: MappedColumn) => fieldsOf(entry).map(placeOf);
  return new Map(
    (mapping ?? []).flatMap((entry) => {
      const [first, ...others] = places(entry);
      return first === undefined ? [] : [[entry.column, Math.min(first, ...others)] as const];
    }),
  );
}

function fieldsOf({ field, split }: MappedColumn): string[] {
  return [...(split ? split.fields : [field])].flatMap((name) => name ?? []);
}

/** Two infinite places are the same. */
function comparePlaces(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

export function faultyColumns(rows: readonly FailedRow[], item: Mapped): string[] {
  return rows.flatMap((row) => row.errors.flatMap((error) => columnOf(error, item) ?? []));
}

/** Where an error belongs: its own column, else the one mapped to its field; null is the whole row. */
export function columnOf(error: RowError, item: Mapped): string | null {
  if (error.column) return error.column;
  const { field } = error;
  return (field !== null && item.mapping?.find((entry) => fieldsOf(entry).includes(field))?.column) || null;
}

/** A cell's text, cut to what a cell can show. */
export function cellText(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
