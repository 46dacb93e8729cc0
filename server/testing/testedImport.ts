import type { Database } from '../engine/model/context.ts';
import type { Progress } from '../engine/model/import.ts';
import { rowOutcome } from '../engine/model/outcome.ts';
import { messageText } from '../messages/catalogue.ts';
import type { Json } from '../sdk/json.ts';
import type { RecordFields, RecordScope, RecordStore } from '../sdk/records.ts';
import { readFailedRows, type TestedFailedRow } from './store/readFailedRows.ts';
import { type ProvenanceEntry, readProvenance } from './store/readProvenance.ts';
import { readWarnings, type TestedWarning } from './store/readWarnings.ts';

export type TestedOutcome = ProvenanceEntry['outcome'] | 'FAILED';

/** What one field of a record was and is. */
export interface TestedFieldChange {
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** What became of an import that a test ran. */
export interface TestedImport<R extends RecordFields> {
  readonly status: Progress['status'];
  /** Why it failed, in words for a person; null otherwise. */
  readonly statusReason: string | null;
  readonly counts: Progress['counts'];
  /** Each row's outcome, the first row's first. */
  readonly outcomes: readonly TestedOutcome[];
  /** The records that the rows touched as they are now, each once, in the order in which rows came to them. */
  readonly records: readonly R[];
  readonly failedRows: readonly TestedFailedRow[];
  /** What was created and updated, field by field. */
  readonly changes: readonly {
    readonly rowNumber: number;
    readonly outcome: 'CREATED' | 'UPDATED';
    readonly fields: readonly TestedFieldChange[];
  }[];
  readonly warnings: readonly TestedWarning[];
}

/** Reads what a finished import left. */
export async function readTestedImport<R extends RecordFields>(
  database: Database,
  store: RecordStore<R>,
  scope: RecordScope,
  progress: Progress,
): Promise<TestedImport<R>> {
  const entries = await readProvenance(database, scope.importId);
  const failedRows = await readFailedRows(database, scope.importId);
  return {
    status: progress.status,
    statusReason: progress.statusReason && messageText(progress.statusReason),
    counts: progress.counts,
    outcomes: outcomesOf(entries, failedRows),
    records: await recordsOf(database, store, scope, entries),
    failedRows,
    changes: entries.flatMap(changeOf),
    warnings: await readWarnings(database, scope.importId),
  };
}

function outcomesOf(entries: readonly ProvenanceEntry[], failedRows: readonly TestedFailedRow[]): TestedOutcome[] {
  const byRow = new Map<number, TestedOutcome>(failedRows.map(({ rowNumber }) => [rowNumber, 'FAILED']));
  for (const [rowNumber, touched] of Map.groupBy(entries, (entry) => entry.rowNumber)) {
    byRow.set(rowNumber, rowOutcome(touched.map(({ outcome }) => outcome)));
  }
  return [...byRow].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}

async function recordsOf<R extends RecordFields>(
  database: Database,
  store: RecordStore<R>,
  scope: RecordScope,
  entries: readonly ProvenanceEntry[],
): Promise<R[]> {
  const ids = [...new Set(entries.map(({ recordId }) => recordId))];
  const found = new Map(
    (await store.loadByIds(database, scope, ids, { lock: false })).map(({ id, fields }) => [id, fields]),
  );
  return ids.map((id) => found.get(id)).filter((fields) => fields !== undefined);
}

function changeOf({ rowNumber, outcome, changes }: ProvenanceEntry): TestedImport<RecordFields>['changes'] {
  if (outcome !== 'CREATED' && outcome !== 'UPDATED') return [];
  const fields = Object.entries(changes ?? {}).map(([field, [before, after]]) => ({ field, before, after }));
  return [{ rowNumber, outcome, fields }];
}
