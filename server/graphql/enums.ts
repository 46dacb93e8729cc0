import {
  DuplicatePolicy,
  FailedRowStatus,
  ImportMode,
  ImportPhase,
  ImportStatus,
  Role,
} from '../generated/prisma/enums.ts';
import type { Builder } from './builder.ts';

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
export const ImportOrderField = { CREATED_AT: 'CREATED_AT', FINISHED_AT: 'FINISHED_AT', STATUS: 'STATUS' } as const;
export const ContactOrderField = { CREATED_AT: 'CREATED_AT', EMAIL: 'EMAIL', PHONE: 'PHONE' } as const;
export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;

export function addEnums(builder: Builder): void {
  builder.enumType(Role, {
    name: 'Role',
    description: 'What somebody may do in a project: a VIEWER reads, an EDITOR imports, an ADMIN also manages it.',
  });
  builder.enumType(ImportStatus, {
    name: 'ImportStatus',
    description: 'Where an import stands. COMPLETED means that every row has a good outcome.',
  });
  builder.enumType(RequestedMode, {
    name: 'ImportMode',
    description:
      'SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most.',
  });
  builder.enumType(ImportPhase, {
    name: 'ImportPhase',
    description: 'What the import is doing, or did last. percent and etaSeconds are of this phase.',
  });
  builder.enumType(DuplicatePolicy, {
    name: 'DuplicatePolicy',
    description:
      'What happens to a row that matches a record that is already there, or an earlier row of the same import: SKIP leaves the record, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes a failed row.',
  });
  builder.enumType(FailedRowStatus, {
    name: 'FailedRowStatus',
    description: 'OPEN until the row is corrected and imported (RESOLVED) or given up (DISCARDED).',
  });
  builder.enumType(DownloadFormat, {
    name: 'DownloadFormat',
    description: 'How a download is written.',
    values: {
      CSV: { description: 'UTF-8 with a byte order mark, for spreadsheets.' },
      JSONL: { description: 'A JSON object on each line.' },
    },
  });
  builder.enumType(RowOutcome, { name: 'RowOutcome', description: 'What became of a row.' });
  builder.enumType(ImportAction, { name: 'ImportAction', description: 'What can be done to an import.' });
  builder.enumType(ImportOrderField, {
    name: 'ImportOrderField',
    description: 'What a list of imports is ordered by.',
  });
  builder.enumType(ContactOrderField, {
    name: 'ContactOrderField',
    description:
      'What a list of contacts is ordered by. Those without a phone number or e-mail address are the last of ASC and the first of DESC.',
  });
  builder.enumType(SortDirection, { name: 'SortDirection', description: 'ASC: the smallest or oldest first.' });
}

export { DuplicatePolicy, FailedRowStatus, ImportMode, ImportPhase, ImportStatus, Role };
