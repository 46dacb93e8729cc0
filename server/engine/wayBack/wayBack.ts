import type { AnyImporter } from '../../sdk/importer.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { Look } from '../../sources/look.ts';
import type { RowGroup, RowOrigin, SettledSource, SourceRow, SourceWarning } from '../../sources/types.ts';
import { type AppliedMapping, readImport } from '../store/readImport.ts';
import { readOriginals } from '../store/readOriginals.ts';
import { extraPosition, isOwnColumn, isReturned, OWN } from './ownColumns.ts';
import { type CameBack, returnedRow, writtenCell } from './returnedRow.ts';

/**
 * How a file of failed rows comes back: its own columns are no columns of the source, and each of its rows remembers
 * the failed row that it came from. Any other source passes unchanged.
 */
export interface WayBack {
  /** Without Sluice's own columns. */
  settle(settled: SettledSource): SettledSource;
  /** Likewise, for somebody who only looks. */
  look(look: Look): Promise<Look>;
  /** The mapping of the import that the first row came from, where it was of this project and importer. */
  earlierMapping(
    importer: AnyImporter,
    settled: SettledSource,
    inFile: readonly SourceRow[],
  ): Promise<readonly AppliedMapping[] | undefined>;
  /** What the reader has to be told: the columns as they stand in the file. */
  inFile(settled: SettledSource): SettledSource;
  rows(settled: SettledSource, groups: AsyncIterable<RowGroup>): AsyncIterable<RowGroup>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_ROW = 2_147_483_647;

export function createWayBack(db: Db, projectId: string): WayBack {
  return {
    settle: settled,
    async look(look) {
      const seen = settled(look.settled);
      if (!seen.fileColumns) return look;
      const back = async (inFile: readonly SourceRow[]) => (await broughtBack(db, projectId, seen, inFile)).rows;
      return { ...look, settled: seen, rows: await back(look.rows), sampleRows: await back(look.sampleRows) };
    },
    async earlierMapping(importer, { columns, fileColumns }, inFile) {
      const [first] = fileColumns ? inFile.flatMap((row) => originOf(row, fileColumns) ?? []) : [];
      const earlier = first ? await readImport(db, first.importId) : null;
      if (earlier?.projectId !== projectId || earlier.importerName !== importer.name) return undefined;
      const mapping = earlier.mapping.filter(({ column }) => columns.includes(column));
      return mapping.length > 0 ? mapping : undefined;
    },
    inFile: (settled) => (settled.fileColumns ? { ...settled, columns: columnsInFile(settled) } : settled),
    rows: (settled, groups) => (settled.fileColumns ? returned(db, projectId, settled, groups) : groups),
  };
}

function settled(inFile: SettledSource): SettledSource {
  if (!isReturned(inFile.columns)) return inFile;
  return { ...inFile, columns: ownLeftOut(inFile.columns), fileColumns: inFile.columns };
}

function ownLeftOut(columns: readonly string[]): string[] {
  return columns.filter((column) => !isOwnColumn(column));
}

/** Those of the header, and behind them what a source of objects brought since. */
function columnsInFile({ columns, fileColumns = [] }: SettledSource): readonly string[] {
  const inHeader = new Set(fileColumns);
  return [...fileColumns, ...columns.filter((column) => !inHeader.has(column))];
}

async function* returned(
  db: Db,
  projectId: string,
  settled: SettledSource,
  groups: AsyncIterable<RowGroup>,
): AsyncGenerator<RowGroup, void, undefined> {
  let fileColumns = columnsInFile(settled);
  for await (const group of groups) {
    fileColumns = group.columns ?? fileColumns;
    const { rows, warnings } = await broughtBack(db, projectId, { ...settled, fileColumns }, group.rows);
    const columns = group.columns ? { columns: ownLeftOut(group.columns) } : {};
    yield { ...group, rows, ...columns, warnings: [...(group.warnings ?? []), ...warnings] };
  }
}

async function broughtBack(
  db: Db,
  projectId: string,
  { kind, fileColumns = [] }: SettledSource,
  inFile: readonly SourceRow[],
): Promise<{ readonly rows: readonly SourceRow[]; readonly warnings: readonly SourceWarning[] }> {
  // Only a file for spreadsheets has apostrophes against formulas.
  const isText = kind !== 'json' && kind !== 'jsonl';
  const named = inFile.map((row) => originOf(row, fileColumns));
  const found = await readOriginals(
    db,
    projectId,
    named.filter((origin) => origin !== null),
  );
  const originals = new Map(found.map((original) => [`${original.importId} ${original.rowNumber}`, original]));
  let unknown = 0;
  const rows = inFile.map((row, index) => {
    const came = cameBack(row, fileColumns);
    // What has no cells (a line that is no JSON) has none to tell apart.
    if (row.fault) return isText ? { ...row, values: [...came.cells, ...came.others] } : row;
    const origin = named[index];
    const original = origin && originals.get(`${origin.importId} ${origin.row}`);
    if (original) return returnedRow(came, original, isText);
    if (origin) unknown += 1;
    // A row that names none was written by somebody, apostrophes and all.
    return { ...row, values: came.cells.map((cell) => writtenCell(cell, isText && !!origin)) };
  });
  return { rows, warnings: unknown === 0 ? [] : [unknownOrigins(unknown)] };
}

/** The failed row that a row says it came from; null for a row that says none, or that is no whole row. */
function originOf(row: SourceRow, fileColumns: readonly string[]): RowOrigin | null {
  if (row.fault) return null;
  const importId = textOf(row.values[fileColumns.indexOf(OWN.import)]).toLowerCase();
  const number = Number(textOf(row.values[fileColumns.indexOf(OWN.row)]));
  if (!UUID.test(importId) || !Number.isInteger(number) || number < 1 || number > MAX_ROW) return null;
  return { importId, row: number };
}

function textOf(cell: Json | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

/** A row's cells: those of the source's columns, those beyond them, and all that are not of the source's columns. */
function cameBack(row: SourceRow, fileColumns: readonly string[]): CameBack & { readonly others: readonly Json[] } {
  const columns: string[] = [];
  const cells: Json[] = [];
  const extras: Json[] = [];
  const others: Json[] = [];
  for (const [index, column] of fileColumns.entries()) {
    const cell = row.values[index] ?? null;
    const position = extraPosition(column);
    if (position !== null) extras[position - 1] = cell;
    if (!isOwnColumn(column)) {
      columns.push(column);
      cells.push(cell);
    } else if (index < row.values.length) others.push(cell);
  }
  others.push(...row.values.slice(fileColumns.length));
  return { row, columns, cells, extras: Array.from(extras, (cell) => cell ?? null), others };
}

function unknownOrigins(count: number): SourceWarning {
  const message = 'Rows name failed rows that this project does not have: they are imported like any others.';
  return { code: 'UNKNOWN_ORIGIN', message, column: OWN.import, count };
}
