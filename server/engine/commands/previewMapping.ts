import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { isObject, type Json, type JsonObject } from '../../sdk/json.ts';
import type { FormatHints, SourceRow } from '../../sources/types.ts';
import { createFieldReader } from '../apply/prepare.ts';
import type { EngineContext } from '../model/context.ts';
import { type InputIssue, InvalidInput } from '../model/errors.ts';
import type { Mapping } from '../model/import.ts';
import { parseOptions } from '../model/options.ts';
import type { MappedRow, PreviewMapping } from '../model/requests.ts';
import { formatIssues } from '../plan/columns.ts';
import { applyMapping, mappingIssues } from '../plan/mapping.ts';
import { requireImporter } from './checkStart.ts';

/** As many as an inspection shows. */
const MAX_ROWS = 20;

/** What fields become of rows by a mapping and its rules. Reads and writes nothing. Throws InvalidInput. */
export function previewMapping({ importers }: Pick<EngineContext, 'importers'>, input: PreviewMapping): MappedRow[] {
  const importer = requireImporter(importers, input.importer);
  const { columns, rows, format = {} } = input;
  const [issue, ...others]: InputIssue[] = [
    ...(rows.length > MAX_ROWS ? [{ path: ['rows'], message: message('CHECK_AT_MOST', { rows: MAX_ROWS }) }] : []),
    ...mappingIssues(importer, input, columns),
    ...formatIssues(format),
  ];
  if (issue) throw new InvalidInput([issue, ...others]);
  const sourceRows = rows.map((row, index): SourceRow => {
    const cells = isObject(row) ? row : {};
    return { number: index + 1, line: null, values: columns.map((column) => cells[column] ?? null) };
  });
  return mapRows(importer, columns, sourceRows, input);
}

interface Tried extends Mapping {
  readonly format?: FormatHints;
  readonly options?: Json | undefined;
}

/** The rows' fields, or what is wrong with them. Options that do not fit yet are left to their defaults. */
export function mapRows(
  importer: AnyImporter,
  columns: readonly string[],
  rows: readonly SourceRow[],
  { mapping, fieldRules, format = {}, options = {} }: Tried,
): MappedRow[] {
  const parsed = parseOptions(importer, options);
  const usual = parseOptions(importer, {});
  const known = 'options' in parsed ? parsed.options : 'options' in usual ? usual.options : {};
  const reading = {
    ...(format.dateFormat ? { dateFormat: format.dateFormat } : {}),
    ...(format.locale ? { locale: format.locale } : {}),
  };
  const applied = { mapping: applyMapping(importer, columns, mapping, fieldRules), fieldRules };
  const { read } = createFieldReader(importer, columns, applied, known, reading);
  return rows.map((row) => {
    const { values, errors } = read(row);
    return { values: shownValues(values), errors };
  });
}

/** Only fields with a value. An author's field may have values that are no JSON, such as a Date. */
function shownValues(values: Readonly<Record<string, unknown>>): JsonObject {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  const shown: JsonObject = JSON.parse(
    JSON.stringify(Object.fromEntries(filled), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  );
  return shown;
}
