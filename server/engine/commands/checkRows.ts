import type { JsonObject } from '../../sdk/json.ts';
import type { EngineContext } from '../context.ts';
import { openStore } from '../conversions.ts';
import { databaseFault } from '../databaseFault.ts';
import type { CheckedRow } from '../engine.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { blame } from '../faults.ts';
import type { FoldedRow } from '../fold.ts';
import { type FoldRules, foldLoaded } from '../foldLoaded.ts';
import { createPreparer, type PreparedRow } from '../prepare.ts';
import { previewStore } from '../previewStore.ts';
import { resolveRows } from '../resolveRows.ts';
import { retriedRow } from '../retriedRow.ts';
import { rowValues } from '../rows.ts';
import { readImport } from '../store/readImport.ts';
import { type OpenRow, selectOpenRows } from '../store/selectOpenRows.ts';
import { checkColumns, checkSelection, type RowCorrection } from './checkSelection.ts';

/** More at once are no longer checked as somebody types. */
const MAX_ROWS = 1_000;

/**
 * Tells which corrected rows would still fail, and why: mapping, validation and matching as in a retry. Writes and
 * locks nothing.
 */
export async function checkRows(
  context: EngineContext,
  id: string,
  corrections: readonly RowCorrection[],
): Promise<CheckedRow[]> {
  if (corrections.length > MAX_ROWS) {
    throw new InvalidInput([{ path: ['corrections'], message: `Check at most ${MAX_ROWS} rows at once.` }]);
  }
  const { filter, corrections: corrected } = checkSelection(undefined, corrections);
  const state = await readImport(context.database, id);
  const importer = state && context.importers.get(state.importerName);
  if (!state || !importer) throw new NotFound('There is no such import, or its importer is not registered any more.');
  const open = await selectOpenRows(context.database, id, filter, { after: 0, limit: MAX_ROWS });
  const prepareRow = createPreparer(
    importer,
    state.sourceColumns,
    state.mapping,
    state.options,
    state.settled?.dateFormat,
  );
  const prepared = open.map((row) => {
    const correction = corrected.get(row.rowNumber) ?? {};
    checkColumns(row.values, state.sourceColumns, row.rowNumber, correction);
    return prepareRow(retriedRow(row, state.sourceColumns, correction));
  });
  const store = await openStore(importer, context.database);
  const rules = {
    scope: { projectId: state.projectId, importId: id },
    importer,
    store: state.dryRun ? previewStore(store) : store,
    policy: state.onDuplicate,
    options: state.options,
    dryRun: state.dryRun,
  };
  const resolved = await resolveRows(context.database, rules, prepared);
  const rows = await foldEach(context, rules, resolved.rows);
  const byNumber = new Map<number, OpenRow>(open.map((row) => [row.rowNumber, row]));
  return rows.flatMap(({ prepared: { row }, faults }) => {
    const before = byNumber.get(row.number);
    if (faults.length === 0 || !before) return [];
    const values: JsonObject = rowValues(row, state.sourceColumns);
    return [
      { id: before.id, rowNumber: row.number, line: row.line, values, errors: faults, attempts: before.attempts },
    ];
  });
}

/** Folds the rows together; one by one where the database refuses a value, so that this fails the row that has it. */
async function foldEach(
  context: EngineContext,
  rules: FoldRules,
  rows: readonly PreparedRow[],
): Promise<readonly FoldedRow[]> {
  try {
    return (await foldLoaded(context.database, rules, rows, { lock: false })).rows;
  } catch (error) {
    if (blame(error) === 'environment') throw error;
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      return [{ prepared: only, outcomes: [], faults: [databaseFault(error)], warnings: [] }];
    }
    const each: FoldedRow[] = [];
    for (const row of rows) each.push(...(await foldEach(context, rules, [row])));
    return each;
  }
}
