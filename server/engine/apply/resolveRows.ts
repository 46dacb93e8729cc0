import { type RowError, RowRejected } from '../../sdk/errors.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db, RecordScope } from '../../sdk/records.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { Warning } from '../model/warning.ts';
import type { FoldedRow } from './fold.ts';

export interface ResolvedRows {
  /** As they were given, with inputs that are resolved, or errors. */
  readonly rows: readonly PreparedRow[];
  /** Keeps what was found, for the rows that go into the records. */
  save(folded: readonly FoldedRow[]): Promise<void>;
}

interface ResolveRules {
  readonly scope: RecordScope;
  readonly importer: AnyImporter;
  readonly dryRun: boolean;
  readonly options: JsonObject;
}

/** Lets the importer say what the inputs of the rows mean in the project, where it has anything to say. */
export async function resolveRows(
  db: Db,
  { scope, importer, dryRun, options }: ResolveRules,
  rows: readonly PreparedRow[],
): Promise<ResolvedRows> {
  const inputs = rows.flatMap((row) => (row.errors.length > 0 ? [] : row.inputs));
  if (!importer.resolve || inputs.length === 0) return { rows, save: async () => {} };
  const warnings = new Map<number, Warning[]>();
  const warn = (index: number, warning: Warning): void => {
    warnings.set(index, [...(warnings.get(index) ?? []), warning]);
  };
  const resolution = await importer.resolve(db, inputs, { ...scope, options, dryRun, warn });
  const resolved = placed(rows, resolution.inputs, warnings);
  return {
    rows: resolved.rows,
    save: (folded) => resolution.save((index) => folded[resolved.rowOf[index] ?? -1]?.errors.length === 0),
  };
}

/** Puts each answer back where its input came from, and tells in which row that is. */
function placed(
  rows: readonly PreparedRow[],
  answers: readonly unknown[],
  warnings: ReadonlyMap<number, readonly Warning[]>,
): { rows: PreparedRow[]; rowOf: number[] } {
  const rowOf: number[] = [];
  const resolved = rows.map((row, position): PreparedRow => {
    if (row.errors.length > 0) return row;
    const start = rowOf.length;
    for (const _ of row.inputs) rowOf.push(position);
    const own = answers.slice(start, rowOf.length);
    const errors = own.flatMap((answer): readonly RowError[] => (answer instanceof RowRejected ? answer.errors : []));
    const inColumns = errors.map((rowError) => inColumn(rowError, row.columnOf));
    const added = own.flatMap((_, offset) => warnings.get(start + offset) ?? []);
    return { ...row, inputs: errors.length > 0 ? [] : own, errors: inColumns, warnings: [...row.warnings, ...added] };
  });
  return { rows: resolved, rowOf };
}

function inColumn(rowError: RowError, columnOf: ReadonlyMap<string, string> | undefined): RowError {
  const column = rowError.field === undefined ? undefined : columnOf?.get(rowError.field);
  return column === undefined ? rowError : { ...rowError, column };
}
