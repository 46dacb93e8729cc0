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
    description: 'What somebody may do in a project: a VIEWER reads, an EDITOR imports, an ADMIN also manages it.',
    values: {
      VIEWER: { description: 'Reads all of the project, downloads included.' },
      EDITOR: { description: 'Also starts, steers, corrects and undoes imports.' },
      ADMIN: { description: 'Also manages members, keys, notifications and the name of the project.' },
    },
  });
  builder.enumType(ImportStatus, {
    name: 'ImportStatus',
    description: 'Where an import stands. COMPLETED means that every row has a good outcome.',
    values: {
      QUEUED: {
        description: 'Accepted and durable; no worker has begun, or as many imports of the project run as may at once.',
      },
      RUNNING: { description: 'Being read and applied.' },
      PAUSED: { description: 'Somebody wants it to wait.' },
      CANCELLED: { description: 'Somebody wants no more of it. What is done stays done.' },
      COMPLETED: { description: 'Every row has a good outcome.' },
      COMPLETED_WITH_ERRORS: { description: 'Every row has an outcome, and some are failed or discarded.' },
      FAILED: {
        description:
          'It could not go on; statusReason says why. What is done stays done, what is pending stays pending.',
      },
      UNDOING: { description: 'Being taken back.' },
      UNDONE: { description: 'Taken back; what was kept or errored is listed.' },
    },
  });
  builder.enumType(RequestedMode, {
    name: 'ImportMode',
    description:
      'SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most.',
    values: {
      AUTO: { description: 'Decided by the size of the source. It is asked for, and never answered.' },
      SYNC: { description: 'Within the request: it is done when the answer comes.' },
      ASYNC: { description: 'By jobs: watch it by importProgress.' },
    },
  });
  builder.enumType(ImportPhase, {
    name: 'ImportPhase',
    description: 'What the import is doing, or did last. percent and etaSeconds are of this phase.',
    values: {
      IMPORT: { description: 'It reads the source and applies its rows.' },
      RETRY: { description: 'It sends failed rows through again.' },
      UNDO: { description: 'It takes back what it did.' },
    },
  });
  builder.enumType(DuplicatePolicy, {
    name: 'DuplicatePolicy',
    description:
      'What happens to a row that matches a record that is already there, or an earlier row of the same import: SKIP leaves the record, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes a failed row.',
    values: {
      SKIP: { description: 'The record stays as it is.' },
      UPDATE: { description: 'What the row says replaces what the record says; empty values erase nothing.' },
      ENRICH: { description: 'The row fills what is empty, and overwrites nothing.' },
      FAIL: { description: 'The row becomes a failed row with DUPLICATE.' },
    },
  });
  builder.enumType(FailedRowStatus, {
    name: 'FailedRowStatus',
    description: 'OPEN until the row is corrected and imported (RESOLVED) or given up (DISCARDED).',
    values: {
      OPEN: { description: 'It waits for a correction.' },
      RESOLVED: { description: 'It was corrected, and got in.' },
      DISCARDED: { description: 'Somebody gave it up. It is kept.' },
    },
  });
  builder.enumType(DownloadFormat, {
    name: 'DownloadFormat',
    description: 'How a download is written.',
    values: {
      CSV: { description: 'UTF-8 with a byte order mark, for spreadsheets.' },
      JSONL: { description: 'A JSON object on each line.' },
    },
  });
  builder.enumType(RowOutcome, {
    name: 'RowOutcome',
    description: 'What became of a row.',
    values: {
      CREATED: { description: 'It created a record.' },
      UPDATED: { description: 'It changed a record.' },
      UNCHANGED: { description: 'It found its record as it says already.' },
      SKIPPED: {
        description:
          'It changed nothing, as the policy wants it: SKIP, or ENRICH where its record has other values already.',
      },
      FAILED: { description: 'It waits for a correction.' },
      DISCARDED: { description: 'Somebody gave it up.' },
    },
  });
  builder.enumType(ImportAction, {
    name: 'ImportAction',
    description: 'What can be done to an import.',
    values: {
      PAUSE: { description: 'pauseImport.' },
      RESUME: { description: 'resumeImport.' },
      CANCEL: { description: 'cancelImport.' },
      RETRY: { description: 'retryImport: all that did not succeed.' },
      RETRY_ROWS: { description: 'retryFailedRows: failed rows that are chosen or corrected.' },
      DISCARD_ROWS: { description: 'discardFailedRows.' },
      UNDO: { description: 'undoImport.' },
    },
  });
  builder.enumType(ImportOrderField, {
    name: 'ImportOrderField',
    description: 'What a list of imports is ordered by.',
    values: {
      CREATED_AT: { description: 'When it was started.' },
      FINISHED_AT: { description: 'When it ended.' },
      STATUS: { description: 'Where it stands, in the order of ImportStatus.' },
    },
  });
  builder.enumType(SortDirection, {
    name: 'SortDirection',
    description: 'ASC: the smallest or oldest first.',
    values: {
      ASC: { description: 'The smallest or oldest first.' },
      DESC: { description: 'The largest or newest first.' },
    },
  });
}

export { DuplicatePolicy, FailedRowStatus, ImportMode, ImportPhase, ImportStatus, Role };
