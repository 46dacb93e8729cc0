import {
  DuplicatePolicy,
  FailedRowStatus,
  ImportMode,
  ImportPhase,
  ImportStatus,
  Role,
} from '../generated/prisma/enums.ts';
import type { Builder } from './builder.ts';
import { ImportOrderField, SortDirection } from './inputShapes.ts';

/** Enums stand for themselves where a field or argument names its type. */
export const RowOutcome = {
  CREATED: 'CREATED',
  UPDATED: 'UPDATED',
  UNCHANGED: 'UNCHANGED',
  SKIPPED: 'SKIPPED',
  FAILED: 'FAILED',
  DISCARDED: 'DISCARDED',
} as const;
export const ImportAction = {
  PAUSE: 'PAUSE',
  RESUME: 'RESUME',
  CANCEL: 'CANCEL',
  RETRY: 'RETRY',
  RETRY_ROWS: 'RETRY_ROWS',
  DISCARD_ROWS: 'DISCARD_ROWS',
  UNDO: 'UNDO',
} as const;
export const DownloadFormat = { CSV: 'csv', JSONL: 'jsonl' } as const;
export const RequestedMode = { AUTO: 'AUTO', SYNC: 'SYNC', ASYNC: 'ASYNC' } as const;

export function addEnums(builder: Builder): void {
  builder.enumType(Role, {
    name: 'Role',
    description: 'A role in a project: a VIEWER reads, an EDITOR also imports, an ADMIN also manages the project.',
    values: {
      VIEWER: { description: 'Reads everything in the project, including downloads.' },
      EDITOR: { description: 'Also starts, controls, corrects and undoes imports.' },
      ADMIN: { description: 'Also manages members, keys, notifications and the name of the project.' },
    },
  });
  builder.enumType(ImportStatus, {
    name: 'ImportStatus',
    description: 'The status of an import. COMPLETED means that every row has a good outcome.',
    values: {
      QUEUED: {
        description: 'Accepted and stored. The import waits for a worker or for a free slot of the project.',
      },
      RUNNING: { description: 'The source is being read and its rows applied.' },
      PAUSED: { description: 'Paused by a user.' },
      CANCELLED: { description: 'Cancelled by a user. Rows that were imported stay.' },
      COMPLETED: { description: 'Every row has a good outcome.' },
      COMPLETED_WITH_ERRORS: { description: 'Every row has an outcome, and some are failed or discarded.' },
      FAILED: {
        description: 'The import stopped; statusReason says why. Imported rows stay, and pending rows stay pending.',
      },
      UNDOING: { description: 'Being undone.' },
      UNDONE: { description: 'Undone. `undo` lists the records that were kept or errored.' },
    },
  });
  builder.enumType(ImportMode, {
    name: 'ImportMode',
    description: 'How an import runs.',
    values: {
      SYNC: { description: 'Within the request: it is done when the response arrives.' },
      ASYNC: { description: 'By jobs: watch it by importProgress.' },
    },
  });
  builder.enumType(RequestedMode, {
    name: 'ImportModeChoice',
    description:
      'SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most.',
    values: {
      AUTO: { description: 'Chosen by the size of the source. It is an input only and is never returned.' },
      SYNC: {
        description:
          'Within the request: the import is finished when the response arrives. If a transient error interrupts it, the response waits up to 20 s more and may be RUNNING.',
      },
      ASYNC: { description: 'As background jobs. Watch the import with importProgress.' },
    },
  });
  builder.enumType(ImportPhase, {
    name: 'ImportPhase',
    description: 'What the import is doing, or did last. percent and etaSeconds refer to this phase.',
    values: {
      IMPORT: { description: 'The import reads the source and applies its rows.' },
      RETRY: { description: 'The import retries failed rows.' },
      UNDO: { description: 'The import is being undone.' },
    },
  });
  builder.enumType(DuplicatePolicy, {
    name: 'DuplicatePolicy',
    description:
      'What happens to a row that matches an existing record or an earlier row of the same import: SKIP leaves the record unchanged, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes the row a failed row.',
    values: {
      SKIP: { description: 'The record stays as it is.' },
      UPDATE: { description: 'Values of the row replace those of the record. Empty values change nothing.' },
      ENRICH: { description: 'The row fills empty fields and overwrites nothing.' },
      FAIL: { description: 'The row becomes a failed row with DUPLICATE.' },
    },
  });
  builder.enumType(FailedRowStatus, {
    name: 'FailedRowStatus',
    description: 'OPEN until the row is corrected and imported (RESOLVED) or discarded (DISCARDED).',
    values: {
      OPEN: { description: 'The row waits for a correction.' },
      RESOLVED: { description: 'The row was corrected and imported.' },
      DISCARDED: { description: 'The row was discarded. It is kept.' },
    },
  });
  builder.enumType(DownloadFormat, {
    name: 'DownloadFormat',
    description: 'The format of a download.',
    values: {
      CSV: { description: 'UTF-8 with a byte order mark, for spreadsheets.' },
      JSONL: { description: 'A JSON object on each line.' },
    },
  });
  builder.enumType(RowOutcome, {
    name: 'RowOutcome',
    description: 'The outcome of a row.',
    values: {
      CREATED: { description: 'The row created a record.' },
      UPDATED: { description: 'The row changed a record.' },
      UNCHANGED: { description: 'The record already has these values.' },
      SKIPPED: {
        description: 'The policy left the record unchanged: SKIP, or ENRICH if the record already has other values.',
      },
      FAILED: { description: 'The row waits for a correction.' },
      DISCARDED: { description: 'The row was discarded.' },
    },
  });
  builder.enumType(ImportAction, {
    name: 'ImportAction',
    description: 'An action on an import.',
    values: {
      PAUSE: { description: 'pauseImport.' },
      RESUME: { description: 'resumeImport.' },
      CANCEL: { description: 'cancelImport.' },
      RETRY: { description: 'retryImport: everything that did not succeed.' },
      RETRY_ROWS: { description: 'retryFailedRows: selected or corrected failed rows.' },
      DISCARD_ROWS: { description: 'discardFailedRows.' },
      UNDO: { description: 'undoImport.' },
    },
  });
  builder.enumType(ImportOrderField, {
    name: 'ImportOrderField',
    description: 'The sort field of a list of imports.',
    values: {
      CREATED_AT: { description: 'The time at which the import was started.' },
      FINISHED_AT: { description: 'The time at which the import ended.' },
      STATUS: { description: 'The status, in the order of ImportStatus.' },
    },
  });
  builder.enumType(SortDirection, {
    name: 'SortDirection',
    description: 'The sort direction.',
    values: {
      ASC: { description: 'The smallest or oldest first.' },
      DESC: { description: 'The largest or newest first.' },
    },
  });
}

export { DuplicatePolicy, FailedRowStatus, ImportMode, ImportPhase, ImportStatus, Role };
