import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import { blankRowsWarning, isBlankRow } from '../shared/blankRows.ts';
import { groupBytes, groupRows, maxColumns } from '../shared/limits.ts';
import type { Position, RowGroup, SourceRow } from '../types.ts';
import { tooManyKeys } from './elements.ts';

/** Makes rows of values, whose columns are the keys of all objects so far in order of appearance, and groups of rows. */
export class ObjectGroups {
  readonly #columns: string[];
  readonly #index: Map<string, number>;
  #rows: SourceRow[] = [];
  #length = 0;
  #number: number;
  #grew = false;
  /** Objects without a single value behind the last row of the group before. */
  #blankRows = 0;

  constructor(columns: readonly string[], rowsBefore: number) {
    this.#columns = [...columns];
    this.#index = new Map(columns.map((column, index) => [column, index]));
    this.#number = rowsBefore;
  }

  /** Rows so far, those before the read counted. */
  get rows(): number {
    return this.#number;
  }

  get isFull(): boolean {
    return this.#rows.length >= groupRows || this.#length >= groupBytes;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0 && this.#blankRows === 0;
  }

  /** An object that says nothing: it is no row, and adds no columns. */
  skip(): void {
    this.#blankRows += 1;
  }

  /** `length`: about how many bytes it is. */
  add(value: Json, line: number | null, length: number): void {
    if (isObject(value)) this.#push({ number: this.#number + 1, line, values: this.#aligned(value) }, length);
    else this.fail(notAnObject(this.#number + 1), value, line, length);
  }

  fail(rowError: Message, value: Json, line: number | null, length: number): void {
    this.#push({ number: this.#number + 1, line, values: [value], rowError }, length);
  }

  /** The rows so far; `byte` and `line` say where the source goes on. */
  take(byte: number, line: number | null, prefix?: string): RowGroup {
    const end: Position = { row: this.#number, byte, line, ...(prefix === undefined ? {} : { prefix }) };
    const warnings = blankRowsWarning(this.#blankRows);
    const group: RowGroup = {
      ...{ rows: this.#rows, end },
      ...(this.#grew ? { columns: [...this.#columns] } : {}),
      ...(warnings.length === 0 ? {} : { warnings }),
    };
    this.#rows = [];
    this.#blankRows = 0;
    this.#length = 0;
    this.#grew = false;
    return group;
  }

  #push(row: SourceRow, length: number): void {
    this.#rows.push(row);
    this.#number += 1;
    this.#length += length;
  }

  #aligned(object: JsonObject): Json[] {
    for (const key of Object.keys(object)) if (!this.#index.has(key)) this.#addColumn(key);
    return this.#columns.map((column) => (Object.hasOwn(object, column) ? (object[column] ?? null) : null));
  }

  #addColumn(key: string): void {
    if (this.#columns.length >= maxColumns) throw tooManyKeys(this.#number + 1);
    this.#index.set(key, this.#columns.length);
    this.#columns.push(key);
    this.#grew = true;
  }
}

function notAnObject(row: number): Message {
  return message('NOT_AN_OBJECT', { cause: message('NO_JSON_OBJECT', { line: row }) });
}

/** Whether a value is an object without a single value in it, such as a spreadsheet's empty line gives. */
export function isBlankObject(value: Json): boolean {
  return isObject(value) && isBlankRow(Object.values(value));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
