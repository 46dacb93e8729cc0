import { message } from '../../messages/catalogue.ts';
import { Invalid } from '../../sdk/fields.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Json } from '../../sdk/json.ts';
import type { FieldRule } from '../model/fieldRule.ts';
import type { AppliedMapping, Mapping } from '../model/import.ts';
import { createSplitter, createTextSteps, MAX_CELL_LENGTH, tooLong } from './textSteps.ts';
import { createValueMap } from './valueMap.ts';

type Cells = readonly Json[];
/** A cell of a row, as it is imported. */
type Read = (cells: Cells) => Json | Invalid | undefined;

/** Where the value of a field comes from. */
export interface FieldSource {
  readonly name: string;
  /** Where its errors are shown: its column, or the first of those it is joined from; undefined for a constant. */
  readonly column: string | undefined;
  /** The place of its column; null where no single cell is what the field gets. */
  readonly position: number | null;
  /** Whether the field gets the cell of its column as it is: most fields do, and need no call. */
  readonly isPlain: boolean;
  readonly read: Read;
}

/** A column that no field takes. */
export interface RestColumn {
  readonly column: string;
  readonly read: Read;
}

/** Where each field's value comes from by the mapping and the rules of fields, and which columns go to the catch-all. */
export function createFieldSources(
  importer: AnyImporter,
  columns: readonly string[],
  { mapping, fieldRules }: Mapping,
  locale: string | undefined,
): { readonly fields: readonly FieldSource[]; readonly rest: readonly RestColumn[] } {
  const targets = new Map(mapping.map((entry) => [entry.column, entry]));
  const rules = new Map(fieldRules.map((rule) => [rule.field, rule]));
  const readers = new Map(columns.map((column, position) => [column, readCell(position, targets.get(column))]));
  const fields: FieldSource[] = [];
  const rest: RestColumn[] = [];
  for (const [position, column] of columns.entries()) {
    const read = readers.get(column) ?? readCell(position, undefined);
    const entry = targets.get(column);
    if (entry?.split) {
      fields.push(...splitSources(entry.split, { column, position, read }));
      continue;
    }
    // A column found after the mapping was decided goes where unnamed columns go.
    const name = entry ? entry.field : importer.catchAll;
    if (name === undefined || name === null) continue;
    if (name === importer.catchAll) rest.push({ column, read });
    else fields.push({ name, column, position, isPlain: !entry?.values?.length, read });
  }
  const taken = new Set(fields.map(({ name }) => name));
  for (const rule of fieldRules) if (!taken.has(rule.field)) fields.push(...ownSource(rule, readers));
  return { fields: fields.map((source) => withRule(source, rules.get(source.name), locale)), rest };
}

function readCell(position: number, entry: AppliedMapping | undefined): Read {
  const map = createValueMap(entry?.values);
  if (map === null) return (cells) => cells[position];
  return (cells) => {
    const cell = cells[position];
    return cell === undefined ? cell : map(cell);
  };
}

function splitSources(
  split: NonNullable<AppliedMapping['split']>,
  { column, position, read }: Omit<FieldSource, 'name' | 'isPlain'>,
): FieldSource[] {
  const parts = createSplitter(split);
  return split.fields.flatMap((name, part): FieldSource[] => {
    if (name === null) return [];
    const readPart: Read = (cells) => {
      const cell = read(cells);
      if (cell === undefined || cell === null || cell instanceof Invalid) return cell;
      // A list or an object has no parts of a text: the first field is told.
      if (typeof cell === 'object') return part === 0 ? cell : null;
      return parts(String(cell))[part] ?? null;
    };
    return [{ name, column, position, isPlain: false, read: readPart }];
  });
}

/** Of a field to which no column goes. */
function ownSource({ field, constant, join, ...rule }: FieldRule, readers: ReadonlyMap<string, Read>): FieldSource[] {
  if (constant !== undefined) return [sourceWithoutColumn(field, constant)];
  if (join) return [{ ...sourceWithoutColumn(field, null), column: join.columns[0], read: joined(join, readers) }];
  return rule.default === undefined ? [] : [sourceWithoutColumn(field, null)];
}

/** A field that has the same cell in every row. */
export function sourceWithoutColumn(name: string, cell: string | null): FieldSource {
  return { name, column: undefined, position: null, isPlain: false, read: () => cell };
}

/** A column that the source lacks is as good as an empty one. */
function joined({ columns, separator }: NonNullable<FieldRule['join']>, readers: ReadonlyMap<string, Read>): Read {
  const reads = columns.flatMap((column) => readers.get(column) ?? []);
  return (cells) => {
    const texts: string[] = [];
    let length = 0;
    for (const read of reads) {
      const cell = read(cells);
      if (cell instanceof Invalid) return cell;
      if (cell === undefined || cell === null || isEmptyCell(cell)) continue;
      if (typeof cell === 'object') return new Invalid(message('INVALID_TEXT', { cause: message('PLAIN_VALUE') }));
      const text = String(cell).trim();
      texts.push(text);
      length += text.length + separator.length;
    }
    return length > MAX_CELL_LENGTH ? tooLong(length) : texts.join(separator);
  };
}

function withRule(source: FieldSource, rule: FieldRule | undefined, locale: string | undefined): FieldSource {
  const { steps = [], default: fallback, constant } = rule ?? {};
  if (constant !== undefined || (steps.length === 0 && fallback === undefined)) return source;
  const change = createTextSteps(steps, locale);
  const read: Read = (cells) => {
    const cell = source.read(cells);
    if (cell instanceof Invalid) return cell;
    const changed = cell === undefined || cell === null || typeof cell === 'object' ? cell : changedCell(cell, change);
    return fallback !== undefined && (changed === undefined || (!(changed instanceof Invalid) && isEmptyCell(changed)))
      ? fallback
      : changed;
  };
  return { ...source, isPlain: false, read };
}

/** A number of a JSON source stays a number unless a step changes its text. */
function changedCell(cell: string | number | boolean, change: (text: string) => string | Invalid): Json | Invalid {
  const text = String(cell);
  const changed = change(text);
  return changed === text ? cell : changed;
}
