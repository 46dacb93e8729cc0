import { message } from '../../messages/catalogue.ts';
import type { JsonObject } from '../../sdk/json.ts';
import { databaseError } from '../apply/applyRows.ts';
import { openStore } from '../apply/conversions.ts';
import type { FoldedRow } from '../apply/fold.ts';
import { foldLoaded, type LoadRules } from '../apply/foldLoaded.ts';
import { createPreparer } from '../apply/prepare.ts';
import { previewStore } from '../apply/previewStore.ts';
import { resolveRows } from '../apply/resolveRows.ts';
import { retriedRow } from '../failedRows/retriedRow.ts';
import { classifyError } from '../model/classifyError.ts';
import type { EngineContext } from '../model/context.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { OpenRow } from '../model/failedRow.ts';
import { withImporterText } from '../model/importerText.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { CheckedRow, RowCorrection } from '../model/requests.ts';
import { rowValues } from '../model/rows.ts';
import { selectOpenRows } from '../store/failedRows.ts';
import { readImport } from '../store/imports.ts';
import { checkColumns, checkSelection } from './checkSelection.ts';

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
    throw new InvalidInput([{ path: ['corrections'], message: message('CHECK_AT_MOST', { rows: MAX_ROWS }) }]);
  }
  const { filter, corrections: corrected } = checkSelection(undefined, corrections);
  const state = await readImport(context.database, id);
  const importer = state && context.importers.get(state.importerName);
  if (!state || !importer) throw new NotFound(message('NO_IMPORT_OR_IMPORTER'));
  const open = await selectOpenRows(context.database, id, filter, { after: 0, limit: MAX_ROWS });
  const prepareRow = createPreparer(importer, state.sourceColumns, state, state.options, state.sourceFormat);
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
  const resolved = await resolveRows(context.database, { ...rules, checkOnly: true }, prepared);
  const rows = await foldEach(context, rules, resolved.rows);
  const byNumber = new Map<number, OpenRow>(open.map((row) => [row.rowNumber, row]));
  return rows.flatMap(({ prepared: { row }, errors: found }) => {
    const errors = found.map((rowError) => withImporterText(importer, rowError));
    const before = byNumber.get(row.number);
    if (errors.length === 0 || !before) return [];
    const values: JsonObject = rowValues(row, state.sourceColumns);
    return [{ id: before.id, rowNumber: row.number, line: row.line, values, errors, attempts: before.attempts }];
  });
}

/** Folds the rows together; one by one where the database refuses a value, so that this fails the row that has it. */
async function foldEach(
  context: EngineContext,
  rules: LoadRules,
  rows: readonly PreparedRow[],
): Promise<readonly FoldedRow[]> {
  try {
    return (await foldLoaded(context.database, rules, rows, { lock: false })).rows;
  } catch (error) {
    if (classifyError(error) === 'environment') throw error;
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      return [{ prepared: only, outcomes: [], errors: [databaseError(error, rules.store)], warnings: [] }];
    }
    const each: FoldedRow[] = [];
    for (const row of rows) each.push(...(await foldEach(context, rules, [row])));
    return each;
  }
}
