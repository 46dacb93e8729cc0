import { RowError, type RowFault } from '../sdk/errors.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import type { JsonObject } from '../sdk/json.ts';
import type { Db, RecordScope } from '../sdk/records.ts';
import type { FoldedRow } from './fold.ts';
import type { PlacedFault, PreparedRow } from './prepare.ts';
import type { Warning } from './store/addWarnings.ts';

export interface ResolvedRows {
  /** As they were given, with inputs that are resolved, or faults. */
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
  const inputs = rows.flatMap((row) => (row.faults.length > 0 ? [] : row.inputs));
  if (!importer.resolve || inputs.length === 0) return { rows, save: async () => {} };
  const warnings = new Map<number, Warning[]>();
  const warn = (index: number, code: string, message: string): void => {
    warnings.set(index, [...(warnings.get(index) ?? []), { code, message }]);
  };
  const resolution = await importer.resolve(db, inputs, { ...scope, options, dryRun, warn });
  const resolved = placed(rows, resolution.inputs, warnings);
  return {
    rows: resolved.rows,
    save: (folded) => resolution.save((index) => folded[resolved.rowOf[index] ?? -1]?.faults.length === 0),
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
    if (row.faults.length > 0) return row;
    const start = rowOf.length;
    for (const _ of row.inputs) rowOf.push(position);
    const own = answers.slice(start, rowOf.length);
    const faults = own.flatMap((answer): readonly RowFault[] => (answer instanceof RowError ? answer.faults : []));
    const inColumns = faults.map((fault) => inColumn(fault, row.columnOf));
    const said = own.flatMap((_, offset) => warnings.get(start + offset) ?? []);
    return { ...row, inputs: faults.length > 0 ? [] : own, faults: inColumns, warnings: [...row.warnings, ...said] };
  });
  return { rows: resolved, rowOf };
}

function inColumn(fault: RowFault, columnOf: ReadonlyMap<string, string> | undefined): PlacedFault {
  const column = fault.field === undefined ? undefined : columnOf?.get(fault.field);
  return column === undefined ? fault : { ...fault, column };
}
