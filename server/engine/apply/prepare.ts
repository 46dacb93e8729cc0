import { message } from '../../messages/catalogue.ts';
import { reasonOf } from '../../messages/messageError.ts';
import { type RowError, RowRejected } from '../../sdk/errors.ts';
import { type FieldContext, Invalid } from '../../sdk/fields.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { AnyImporter, RecordsContext } from '../../sdk/importer.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import type { SourceRow } from '../../sources/types.ts';
import type { AppliedMapping } from '../model/import.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { Warning } from '../model/warning.ts';
import { createDateParser } from './dateFormat.ts';
import { createValueMap, type ValueMap } from './valueMap.ts';

/** Longer cells fail their row: no field takes them, and a record of them is of no use. In UTF-16 code units. */
export const MAX_CELL_LENGTH = 262_144;

interface MappedColumn {
  readonly column: string;
  readonly position: number;
  readonly map: ValueMap | null;
}

interface MappedField extends MappedColumn {
  readonly name: string;
}

/** Makes rows ready to be folded over records. Pure: the same row always gives the same. */
export function createPreparer(
  importer: AnyImporter,
  columns: readonly string[],
  mapping: readonly AppliedMapping[],
  options: JsonObject,
  dateFormat?: string,
): (row: SourceRow) => PreparedRow {
  const { mapped, rest } = placeColumns(importer, columns, mapping);
  const columnOf = new Map(mapped.map(({ name, column }) => [name, column]));
  const fieldContext: FieldContext = { options, parseDate: createDateParser(dateFormat) };
  // Copied for each row: objects that grow field by field, with dozens of fields, are slow.
  const noValues: Record<string, unknown> = Object.fromEntries(
    Object.keys(importer.fields).map((name) => [name, null]),
  );
  const requiredUnmapped = Object.keys(importer.fields).filter(
    (name) => importer.fields[name].required && !mapped.some((field) => field.name === name),
  );

  return (row) => {
    const warnings: Warning[] = [];
    const errors: RowError[] = textErrors(row, columns);
    if (errors.length > 0) return { row, inputs: [], errors, warnings };
    const values = { ...noValues };
    for (const name of requiredUnmapped) errors.push(requiredError(importer, name));
    for (const field of mapped) parseInto(values, errors, importer, field, row.values[field.position], fieldContext);
    if (errors.length > 0) return { row, inputs: [], errors, warnings };
    const context: RecordsContext<unknown> = {
      ...fieldContext,
      options,
      rest: restOf(row, rest),
      warn: (warning) => {
        warnings.push(warning);
      },
    };
    const inputs = catchRowError(errors, () => importer.records(values, context));
    return { row, inputs: inputs ?? [], errors: placed(errors, mapped), warnings, columnOf };
  };
}

/** Which columns a field takes, and which go to the catch-all. */
function placeColumns(
  importer: AnyImporter,
  columns: readonly string[],
  mapping: readonly AppliedMapping[],
): { mapped: MappedField[]; rest: MappedColumn[] } {
  const targets = new Map(mapping.map((entry) => [entry.column, entry]));
  const mapped: MappedField[] = [];
  const rest: MappedColumn[] = [];
  for (const [position, column] of columns.entries()) {
    const target = targets.get(column);
    // A column found after the mapping was settled goes where unnamed columns go.
    const name = target ? target.field : importer.catchAll;
    if (name === undefined || name === null) continue;
    const place = { column, position, map: createValueMap(target?.values) };
    if (name === importer.catchAll) rest.push(place);
    else mapped.push({ name, ...place });
  }
  return { mapped, rest };
}

/** Faults of the row as text, whatever it means: ragged, not closed, holding what no record can hold. */
function textErrors(row: SourceRow, columns: readonly string[]): RowError[] {
  if (row.rowError) return [row.rowError];
  const errors: RowError[] = [];
  for (const [position, value] of row.values.entries()) {
    if (typeof value !== 'string') continue;
    const column = columns[position];
    const place = column === undefined ? {} : { column };
    if (value.includes('\0')) {
      errors.push({ ...place, ...message('NUL_CHARACTER') });
    }
    if (value.length > MAX_CELL_LENGTH) {
      errors.push({
        ...place,
        ...message('TOO_LONG', { cause: message('VALUE_TOO_LONG', { count: value.length, limit: MAX_CELL_LENGTH }) }),
      });
    }
  }
  return errors;
}

function parseInto(
  values: Record<string, unknown>,
  errors: RowError[],
  importer: AnyImporter,
  { name, column, map }: MappedField,
  came: Json | undefined,
  context: FieldContext,
): void {
  const cell = map && came !== undefined ? map(came) : came;
  if (cell === undefined || cell === null || isEmptyCell(cell)) {
    if (importer.fields[name].required) errors.push({ ...requiredError(importer, name), column });
    return;
  }
  const parsed: unknown = importer.fields[name].parse(cell, context);
  if (!(parsed instanceof Invalid)) {
    values[name] = parsed;
    return;
  }
  const value = typeof came === 'string' ? came : JSON.stringify(came ?? null);
  errors.push({ ...parsed, field: name, column, value });
}

function requiredError(importer: AnyImporter, name: string): RowError {
  return { field: name, ...message('REQUIRED', { cause: message('MISSING', { field: importer.fields[name].label }) }) };
}

function restOf(row: SourceRow, rest: readonly MappedColumn[]): JsonObject {
  const cells = rest.map(({ column, position, map }) => {
    const cell = row.values[position] ?? null;
    return [column, map ? map(cell) : cell] as const;
  });
  // Not by assignment: a column may be called __proto__.
  return Object.fromEntries(cells.filter(([, cell]) => !isEmptyCell(cell)));
}

/** Runs the importer's own code: what it throws about the row becomes the row's faults, anything else goes on up. */
export function catchRowError<T>(errors: RowError[], run: () => readonly T[]): readonly T[] | null {
  try {
    const result = run();
    if (result.length === 0) errors.push(message('EMPTY_ROW'));
    return result;
  } catch (error) {
    if (error instanceof RowRejected) errors.push(...error.errors);
    else errors.push(importerError(error));
    return null;
  }
}

/** An importer that throws something else on a row costs that row only. */
export function importerError(error: unknown): RowError {
  return message('IMPORTER_ERROR', { cause: reasonOf(error) });
}

function placed(errors: readonly RowError[], mapped: readonly MappedField[]): RowError[] {
  return errors.map((rowError) => {
    const column = rowError.column ?? mapped.find((field) => field.name === rowError.field)?.column;
    return column === undefined ? rowError : { ...rowError, column };
  });
}
