import type { RowCorrectionInput } from '../../../../../gql/generated/graphql.ts';
import { isRecord, jsonText } from '../../../../api/json.ts';
import type { FailedRow } from '../../../../api/types.ts';

/** Unsent changes of a row. */
export interface Draft {
  /** Column name to text. */
  readonly values: Readonly<Record<string, string>>;
  /** The row as it was last read; null for a draft of an earlier visit whose row was not read since. */
  readonly row: FailedRow | null;
}

/** By row number. */
export type Drafts = ReadonlyMap<number, Draft>;

/** The text of a cell as the server has it: what came, or what a retry changed it to. */
export function storedText(row: FailedRow, column: string): string {
  const { corrections, values } = row;
  if (isRecord(corrections) && Object.hasOwn(corrections, column)) return jsonText(corrections[column]);
  return isRecord(values) ? jsonText(values[column]) : '';
}

/** With one cell changed. A value equal to the server's is not a draft. */
export function withValue(drafts: Drafts, row: FailedRow, column: string, text: string): Drafts {
  return withDraft(drafts, row, { ...drafts.get(row.rowNumber)?.values, [column]: text });
}

export function withoutRows(drafts: Drafts, rowNumbers: Iterable<number>): Drafts {
  const rest = new Map(drafts);
  for (const rowNumber of rowNumbers) rest.delete(rowNumber);
  return rest.size === drafts.size ? drafts : rest;
}

/** After rows were read again: without values that they already have, and without rows that are no longer open. */
export function besideRows(drafts: Drafts, rows: readonly FailedRow[]): Drafts {
  return rows.reduce((rest, row) => {
    const draft = rest.get(row.rowNumber);
    if (!draft || draft.row === row) return rest;
    return row.status === 'OPEN' ? withDraft(rest, row, draft.values) : withoutRows(rest, [row.rowNumber]);
  }, drafts);
}

/** As the API takes corrections; null where there are none, since an empty list is a mistake to it. */
export function correctionsOf(drafts: Drafts): RowCorrectionInput[] | null {
  if (drafts.size === 0) return null;
  return [...drafts].map(([rowNumber, { values }]) => ({ rowNumber, values }));
}

function withDraft(drafts: Drafts, row: FailedRow, values: Draft['values']): Drafts {
  const changed = Object.entries(values).filter(([column, text]) => text !== storedText(row, column));
  if (changed.length === 0) return withoutRows(drafts, [row.rowNumber]);
  return new Map(drafts).set(row.rowNumber, { values: Object.fromEntries(changed), row });
}

/** For keeping them beside the page. The rows are not kept: they are read again. */
export function writeDrafts(drafts: Drafts): string {
  return JSON.stringify([...drafts].map(([rowNumber, { values }]) => [rowNumber, values]));
}

/** Reads what writeDrafts wrote; of anything else, nothing. */
export function readDrafts(text: string | null): Drafts {
  const drafts = new Map<number, Draft>();
  for (const entry of parseList(text)) {
    const [rowNumber, values]: unknown[] = Array.isArray(entry) ? entry : [];
    if (typeof rowNumber !== 'number' || !isRecord(values)) continue;
    const texts = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    drafts.set(rowNumber, { values: Object.fromEntries(texts), row: null });
  }
  return drafts;
}

function parseList(text: string | null): unknown[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
