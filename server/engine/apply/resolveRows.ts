import { DependsOnEarlierInput, type RowError, RowRejected } from '../../sdk/errors.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db, RecordScope } from '../../sdk/records.ts';
import type { MadeRecord, Resolution, ResolveContext } from '../../sdk/reference/resolution.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { Warning } from '../model/warning.ts';
import { readRules } from '../review/store/entityRules.ts';
import { saveOpenNames } from '../review/store/openMatches.ts';
import { findAllPreviews } from '../store/previews.ts';
import { readForetold } from '../store/provenance.ts';
import type { Folded } from './fold.ts';

export interface ResolvedRows {
  /** As they were given, with inputs that are resolved, or errors. */
  readonly rows: readonly PreparedRow[];
  /** Keeps what was found, for the rows that go into the records. Gives what was made in passing. */
  save(folded: Pick<Folded, 'rows' | 'inserted' | 'updated'>): Promise<readonly RelatedRecord[]>;
}

/** A record of another table that was made for a row. */
export interface RelatedRecord {
  /** The position of the row. */
  readonly position: number;
  readonly record: MadeRecord;
}

interface ResolveRules {
  readonly scope: RecordScope;
  readonly importer: AnyImporter;
  readonly store: AnyImporter['store'];
  readonly dryRun: boolean;
  readonly options: JsonObject;
  /** The rows are checked and nothing of them is saved. */
  readonly checkOnly?: boolean;
}

/** Rows from this position on depend on those before it. */
export class DependsOnEarlierRows extends Error {
  readonly position: number;

  constructor(position: number) {
    super('A row refers to a record that an earlier one of its chunk may make or change.');
    this.name = 'DependsOnEarlierRows';
    this.position = position;
  }
}

/**
 * Lets the importer say what the inputs of the rows mean in the project, where it has anything to say. Throws
 * DependsOnEarlierRows where rows have to be applied before others are asked about.
 */
export async function resolveRows(db: Db, rules: ResolveRules, rows: readonly PreparedRow[]): Promise<ResolvedRows> {
  const { importer } = rules;
  const inputs = rows.flatMap((row) => (row.errors.length > 0 ? [] : row.inputs));
  if (!importer.resolve || inputs.length === 0) return { rows, save: async () => [] };
  const warnings = new Map<number, Warning[]>();
  const warn = (index: number, warning: Warning): void => {
    warnings.set(index, [...(warnings.get(index) ?? []), warning]);
  };
  const rowOf = rows.flatMap((row, position) => (row.errors.length > 0 ? [] : row.inputs.map(() => position)));
  const resolution = await resolve(importer, db, inputs, { ...contextOf(db, rules), warn }, rowOf);
  return {
    rows: placed(rows, resolution.inputs, warnings),
    async save(folded) {
      const kept = await resolution.save({
        stands: (index) => folded.rows[rowOf[index] ?? -1]?.errors.length === 0,
        changes: (index) => changes(folded.rows[rowOf[index] ?? -1]),
        records: [...folded.inserted, ...folded.updated].map(({ fields }) => fields),
      });
      await saveOpenNames(db, rules.scope, kept?.open ?? []);
      return (kept?.made ?? []).map((record) => ({ position: rowOf[record.index] ?? 0, record }));
    },
  };
}

async function resolve(
  importer: AnyImporter,
  db: Db,
  inputs: readonly unknown[],
  context: ResolveContext<JsonObject>,
  rowOf: readonly number[],
): Promise<Resolution<unknown>> {
  try {
    if (!importer.resolve) throw new Error('The importer resolves nothing.');
    return await importer.resolve(db, inputs, context);
  } catch (error) {
    const position = error instanceof DependsOnEarlierInput ? (rowOf[error.index] ?? 0) : 0;
    // Of the first row nothing could be applied before it: it is the importer's own affair.
    throw position > 0 ? new DependsOnEarlierRows(position) : error;
  }
}

function contextOf(
  db: Db,
  { scope, importer, store, dryRun, options, checkOnly = false }: ResolveRules,
): Omit<ResolveContext<JsonObject>, 'warn'> {
  return {
    ...{ ...scope, options, store, dryRun, checkOnly },
    rules: (names) => readRules(db, scope.projectId, names),
    async foretold(recordType) {
      if (!dryRun) return [];
      const made = await readForetold(db, scope.importId, recordType);
      return recordType === importer.store.type ? [...made, ...(await findAllPreviews(db, scope.importId))] : made;
    },
  };
}

function changes(row: Folded['rows'][number] | undefined): boolean {
  if (!row || row.errors.length > 0) return false;
  return row.outcomes.some((outcome) => outcome === 'CREATED' || outcome === 'UPDATED');
}

/** Puts each answer back where its input came from. */
function placed(
  rows: readonly PreparedRow[],
  answers: readonly unknown[],
  warnings: ReadonlyMap<number, readonly Warning[]>,
): PreparedRow[] {
  let start = 0;
  return rows.map((row): PreparedRow => {
    if (row.errors.length > 0) return row;
    const first = start;
    start += row.inputs.length;
    const own = answers.slice(first, start);
    const errors = own.flatMap((answer): readonly RowError[] => (answer instanceof RowRejected ? answer.errors : []));
    const inColumns = errors.map((rowError) => inColumn(rowError, row.columnOf));
    const added = own.flatMap((_, offset) => warnings.get(first + offset) ?? []);
    return { ...row, inputs: errors.length > 0 ? [] : own, errors: inColumns, warnings: [...row.warnings, ...added] };
  });
}

function inColumn(rowError: RowError, columnOf: ReadonlyMap<string, string> | undefined): RowError {
  const column = rowError.field === undefined ? undefined : columnOf?.get(rowError.field);
  return column === undefined ? rowError : { ...rowError, column };
}
