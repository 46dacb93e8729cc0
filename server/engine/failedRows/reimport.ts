import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import { MAX_INTEGER } from '../../sdk/storable.ts';
import type { SourcePreview } from '../../sources/preview.ts';
import type { RowGroup, RowOrigin, SourceFormat, SourceRow, SourceWarning } from '../../sources/types.ts';
import type { ImportState } from '../model/import.ts';
import { readImport } from '../store/imports.ts';
import { readOriginals } from '../store/origins.ts';
import { extraPosition, isOwnColumn, isReimported, OWN } from './ownColumns.ts';
import { type ReimportedCells, restoreRow, writtenCell } from './reimportedRow.ts';

/**
 * How a file of failed rows comes back: its own columns are no columns of the source, and each of its rows remembers
 * the failed row that it came from. Any other source passes unchanged.
 */
export interface Reimport {
  /** Without Sluice's own columns. */
  detect(sourceFormat: SourceFormat): SourceFormat;
  /** Likewise, for somebody who only looks. */
  preview(preview: SourcePreview): Promise<SourcePreview>;
  /** Mapping and format of the import that the first row came from, where it was of this project and importer. */
  earlierImport(
    importer: AnyImporter,
    sourceFormat: SourceFormat,
    inFile: readonly SourceRow[],
  ): Promise<EarlierImport | null>;
  /** What the reader has to be told: the columns as they stand in the file. */
  inFile(sourceFormat: SourceFormat): SourceFormat;
  rows(sourceFormat: SourceFormat, groups: AsyncIterable<RowGroup>): AsyncIterable<RowGroup>;
}

type EarlierImport = Pick<ImportState, 'mapping' | 'fieldRules' | 'sourceFormat'>;

export function createReimport(db: Db, projectId: string): Reimport {
  return {
    detect: withoutOwnColumns,
    async preview(preview) {
      const seen = withoutOwnColumns(preview.sourceFormat);
      if (!seen.fileColumns) return preview;
      const back = async (inFile: readonly SourceRow[]) => (await restoreRows(db, projectId, seen, inFile)).rows;
      return {
        ...preview,
        sourceFormat: seen,
        rows: await back(preview.rows),
        sampleRows: await back(preview.sampleRows),
      };
    },
    async earlierImport(importer, { columns, fileColumns }, inFile) {
      const [first] = fileColumns ? inFile.flatMap((row) => originOf(row, fileColumns) ?? []) : [];
      const earlier = first ? await readImport(db, first.importId) : null;
      if (earlier?.projectId !== projectId || earlier.importerName !== importer.name) return null;
      const mapping = earlier.mapping.filter(({ column }) => columns.includes(column));
      return mapping.length > 0 ? { ...earlier, mapping } : null;
    },
    inFile: (sourceFormat) =>
      sourceFormat.fileColumns ? { ...sourceFormat, columns: columnsInFile(sourceFormat) } : sourceFormat,
    rows: (sourceFormat, groups) =>
      sourceFormat.fileColumns ? restoreGroups(db, projectId, sourceFormat, groups) : groups,
  };
}

function withoutOwnColumns(inFile: SourceFormat): SourceFormat {
  if (!isReimported(inFile.columns)) return inFile;
  return { ...inFile, columns: ownLeftOut(inFile.columns), fileColumns: inFile.columns };
}

function ownLeftOut(columns: readonly string[]): string[] {
  return columns.filter((column) => !isOwnColumn(column));
}

/** Those of the header, and behind them what a source of objects brought since. */
function columnsInFile({ columns, fileColumns = [] }: SourceFormat): readonly string[] {
  const inHeader = new Set(fileColumns);
  return [...fileColumns, ...columns.filter((column) => !inHeader.has(column))];
}

async function* restoreGroups(
  db: Db,
  projectId: string,
  sourceFormat: SourceFormat,
  groups: AsyncIterable<RowGroup>,
): AsyncGenerator<RowGroup, void, undefined> {
  let fileColumns = columnsInFile(sourceFormat);
  for await (const group of groups) {
    fileColumns = group.columns ?? fileColumns;
    const { rows, warnings } = await restoreRows(db, projectId, { ...sourceFormat, fileColumns }, group.rows);
    const columns = group.columns ? { columns: ownLeftOut(group.columns) } : {};
    yield { ...group, rows, ...columns, warnings: [...(group.warnings ?? []), ...warnings] };
  }
}

async function restoreRows(
  db: Db,
  projectId: string,
  { kind, fileColumns = [] }: SourceFormat,
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
    const cells = splitCells(row, fileColumns);
    // What has no cells (a line that is no JSON) has none to tell apart.
    if (row.rowError) return isText ? { ...row, values: [...cells.cells, ...cells.others] } : row;
    const origin = named[index];
    const original = origin && originals.get(`${origin.importId} ${origin.row}`);
    if (original) return restoreRow(cells, original, isText);
    if (origin) unknown += 1;
    // A row that names none was written by somebody, apostrophes and all.
    return { ...row, values: cells.cells.map((cell) => writtenCell(cell, isText && !!origin)) };
  });
  return { rows, warnings: unknown === 0 ? [] : [unknownOrigins(unknown)] };
}

/** The failed row that a row says it came from; null for a row that says none, or that is no whole row. */
function originOf(row: SourceRow, fileColumns: readonly string[]): RowOrigin | null {
  if (row.rowError) return null;
  const importId = textOf(row.values[fileColumns.indexOf(OWN.import)]).toLowerCase();
  const number = Number(textOf(row.values[fileColumns.indexOf(OWN.row)]));
  if (!isUuid(importId) || !Number.isInteger(number) || number < 1 || number > MAX_INTEGER) return null;
  return { importId, row: number };
}

function textOf(cell: Json | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

/** A row's cells: those of the source's columns, those beyond them, and all that are not of the source's columns. */
function splitCells(
  row: SourceRow,
  fileColumns: readonly string[],
): ReimportedCells & { readonly others: readonly Json[] } {
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
  return { ...message('UNKNOWN_ORIGIN'), column: OWN.import, count };
}
