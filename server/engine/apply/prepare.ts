import { message } from '../../messages/catalogue.ts';
import { reasonOf } from '../../messages/messageError.ts';
import { type RowError, RowRejected } from '../../sdk/errors.ts';
import { type Field, type FieldContext, Invalid } from '../../sdk/fields.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { AnyImporter, RecordsContext } from '../../sdk/importer.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import { createNumberParser } from '../../sdk/localNumbers.ts';
import type { FormatHints, SourceRow } from '../../sources/types.ts';
import type { Mapping } from '../model/import.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { Warning } from '../model/warning.ts';
import { createDateParser } from './dateFormat.ts';
import { createFieldSources, type FieldSource, type RestColumn, sourceWithoutColumn } from './fieldSources.ts';
import { MAX_CELL_LENGTH } from './textSteps.ts';

/** What is read of a row before the importer makes records of it. */
interface RowValues {
  readonly values: Record<string, unknown>;
  readonly errors: RowError[];
}

type Reading = Pick<FormatHints, 'dateFormat' | 'locale'>;

interface FieldReader {
  readonly context: FieldContext;
  readonly fields: readonly FieldSource[];
  readonly rest: readonly RestColumn[];
  /** The values of the row's fields. Pure: the same row always gives the same. */
  read(row: SourceRow): RowValues;
}

/** Makes rows ready to be folded over records. Pure: the same row always gives the same. */
export function createPreparer(
  importer: AnyImporter,
  columns: readonly string[],
  mapping: Mapping,
  options: JsonObject,
  reading?: Reading | null,
): (row: SourceRow) => PreparedRow {
  const { fields, rest, context, read } = createFieldReader(importer, columns, mapping, options, reading);
  const columnOf = new Map(
    fields.flatMap(({ name, column }) => (column === undefined ? [] : [[name, column] as const])),
  );
  return (row) => {
    const warnings: Warning[] = [];
    const { values, errors } = read(row);
    if (errors.length > 0) return { row, inputs: [], errors, warnings };
    const recordsContext: RecordsContext<unknown> = {
      ...context,
      options,
      rest: restOf(row, rest),
      warn: (warning) => {
        warnings.push(warning);
      },
    };
    const inputs = catchRowError(errors, () => importer.records(values, recordsContext));
    return { row, inputs: inputs ?? [], errors: placed(errors, columnOf), warnings, columnOf };
  };
}

/** Reads the fields of rows: by the mapping, its rules, the author's transform and the fields' own parsers. */
export function createFieldReader(
  importer: AnyImporter,
  columns: readonly string[],
  mapping: Mapping,
  options: JsonObject,
  reading?: Reading | null,
): FieldReader {
  const { dateFormat, locale } = reading ?? {};
  const { fields, rest } = createFieldSources(importer, columns, mapping, locale);
  const context: FieldContext = {
    ...{ options, parseDate: createDateParser(dateFormat, locale) },
    ...(locale === undefined ? {} : { locale, parseNumber: createNumberParser(locale) }),
  };
  // Copied for each row: objects that grow field by field, with dozens of fields, are slow.
  const noValues: Record<string, unknown> = Object.fromEntries(
    Object.keys(importer.fields).map((name) => [name, null]),
  );
  const unmapped = unmappedFields(importer, fields);
  const requiredUnmapped = unmapped.filter(({ name }) => importer.fields[name].required);
  const readCells = importer.transform ? transformedCells(importer, [...fields, ...unmapped], context) : null;

  const read = (row: SourceRow): RowValues => {
    const values = { ...noValues };
    const errors: RowError[] = textErrors(row, columns);
    if (errors.length > 0) return { values, errors };
    if (readCells) {
      const cells = readCells(row.values, errors);
      for (const [source, cell] of cells) parseInto(values, errors, importer, source, row, cell, context);
      return { values, errors };
    }
    for (const { name } of requiredUnmapped) errors.push(requiredError(importer, name));
    for (const source of fields) {
      const { isPlain, position } = source;
      const cell = isPlain && position !== null ? row.values[position] : source.read(row.values);
      parseInto(values, errors, importer, source, row, cell, context);
    }
    return { values, errors };
  };
  return { context, fields, rest, read };
}

function unmappedFields(importer: AnyImporter, fields: readonly FieldSource[]): FieldSource[] {
  const mapped = new Set(fields.map(({ name }) => name));
  return Object.keys(importer.fields)
    .filter((name) => !mapped.has(name))
    .map((name) => sourceWithoutColumn(name, null));
}

type ReadCells = (
  cells: SourceRow['values'],
  errors: RowError[],
) => readonly (readonly [FieldSource, ReturnType<FieldSource['read']>])[];

/** The cells of all fields after the importer's own transform. What it throws fails the row, and no field is parsed. */
function transformedCells(importer: AnyImporter, sources: readonly FieldSource[], context: FieldContext): ReadCells {
  return (cells, errors) => {
    const came = sources.map((source) => [source, source.read(cells)] as const);
    const given: Record<string, Json> = {};
    for (const [source, cell] of came) {
      if (cell instanceof Invalid) errors.push({ ...cell, field: source.name, ...placeOf(source) });
      else given[source.name] = cell ?? null;
    }
    if (errors.length > 0) return [];
    try {
      const changed: Readonly<Record<string, Json | undefined>> = importer.transform?.(given, context) ?? {};
      return came.map(([source, cell]) => {
        const now = Object.hasOwn(changed, source.name) ? changed[source.name] : cell;
        // The cell is no longer what came in its column.
        return [now === cell ? source : { ...source, position: null }, now] as const;
      });
    } catch (error) {
      errors.push(...thrownErrors(error));
      return [];
    }
  };
}

/** Errors of the row as text, whatever it means: ragged, not closed, holding what no record can hold. */
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
  source: FieldSource,
  row: SourceRow,
  cell: Json | Invalid | undefined,
  context: FieldContext,
): void {
  const { name } = source;
  try {
    const parsed: unknown = parseCell(importer.fields[name], cell, context);
    if (parsed === undefined) {
      if (importer.fields[name].required) errors.push({ ...requiredError(importer, name), ...placeOf(source) });
    } else if (parsed instanceof Invalid) {
      const came = source.position === null ? cell : row.values[source.position];
      const value = typeof came === 'string' ? came : JSON.stringify(came instanceof Invalid ? null : (came ?? null));
      errors.push({ ...parsed, field: name, ...placeOf(source), value });
    } else values[name] = parsed;
  } catch (error) {
    // A transform of the field that throws: what `parse` throws is the importer's as well.
    errors.push(...thrownErrors(error).map((thrown) => ({ field: name, ...placeOf(source), ...thrown })));
  }
}

function placeOf({ column }: FieldSource): Pick<RowError, 'column'> {
  return column === undefined ? {} : { column };
}

/** The value of a cell; undefined for an empty one. */
export function parseCell(field: Field<unknown>, cell: Json | Invalid | undefined, context: FieldContext): unknown {
  if (cell instanceof Invalid) return cell;
  if (cell === undefined || cell === null || isEmptyCell(cell)) return undefined;
  if (!field.transform) return field.parse(cell, context);
  const changed = field.transform(cell, context);
  if (changed instanceof Invalid) return changed;
  return changed === null || isEmptyCell(changed) ? undefined : field.parse(changed, context);
}

function requiredError(importer: AnyImporter, name: string): RowError {
  return { field: name, ...message('REQUIRED', { cause: message('MISSING', { field: importer.fields[name].label }) }) };
}

function restOf(row: SourceRow, rest: readonly RestColumn[]): JsonObject {
  const cells = rest.flatMap(({ column, read }) => {
    const cell = read(row.values);
    return cell === undefined || cell instanceof Invalid || isEmptyCell(cell) ? [] : [[column, cell] as const];
  });
  // Not by assignment: a column may be called __proto__.
  return Object.fromEntries(cells);
}

/** Runs the importer's own code: what it throws about the row becomes the row's errors, anything else goes on up. */
export function catchRowError<T>(errors: RowError[], run: () => readonly T[]): readonly T[] | null {
  try {
    const result = run();
    if (result.length === 0) errors.push(message('EMPTY_ROW'));
    return result;
  } catch (error) {
    errors.push(...thrownErrors(error));
    return null;
  }
}

function thrownErrors(error: unknown): readonly RowError[] {
  return error instanceof RowRejected ? error.errors : [importerError(error)];
}

/** An importer that throws something else on a row costs that row only. */
export function importerError(error: unknown): RowError {
  return message('IMPORTER_ERROR', { cause: reasonOf(error) });
}

function placed(errors: readonly RowError[], columnOf: ReadonlyMap<string, string>): RowError[] {
  return errors.map((rowError) => {
    const column = rowError.column ?? (rowError.field === undefined ? undefined : columnOf.get(rowError.field));
    return column === undefined ? rowError : { ...rowError, column };
  });
}
