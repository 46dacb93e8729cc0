import type { addAuditEntry } from '../auditEntry.ts';
import type { Builder } from '../builder.ts';
import { PAGE_ARGS } from '../connection.ts';
import { FailedRowStatus, RowOutcome } from '../enums.ts';
import { pageOf } from '../paging.ts';
import { addChange } from './change.ts';
import { addFailedRow } from './failedRow.ts';
import { addImportChunk } from './importChunk.ts';
import { addRowResult } from './rowResult.ts';
import { readAuditTrail } from './store/readAuditTrail.ts';
import { readChanges } from './store/readChanges.ts';
import { readChunkList } from './store/readChunkList.ts';
import { readFailedRows } from './store/readFailedRows.ts';
import { readRowResults } from './store/readRowResults.ts';

/** The lists that hang on an import. Each is read when it is asked for, a page at a time. */
export function addImportLists(builder: Builder, auditTrail: ReturnType<typeof addAuditEntry>): void {
  const failedRows = addFailedRow(builder);
  const chunks = addImportChunk(builder);
  const rowResults = addRowResult(builder);
  const changes = addChange(builder);
  builder.prismaObjectFields('Import', (t) => ({
    failedRows: t.field({
      type: failedRows,
      description: 'Rows that could not be imported, in the order of the source.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        status: t.arg({ type: FailedRowStatus, description: 'Only rows with this status.' }),
        code: t.arg.string({ description: 'Only rows with an error of this code.' }),
        field: t.arg.string({ description: 'Only rows with an error of this field; with code, an error of both.' }),
      },
      resolve: (row, args, context) => readFailedRows(context.records, row.id, args, pageOf(args)),
    }),
    chunks: t.field({
      type: chunks,
      description: 'Its chunks, in the order in which they are applied.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (row, args, context) => readChunkList(context.prisma, row.id, pageOf(args)),
    }),
    rowResults: t.field({
      type: rowResults,
      description: 'Each row that has an outcome, and the records that it touched, in the order of the source.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        outcome: t.arg({ type: RowOutcome, description: 'Only rows with this outcome.' }),
        warning: t.arg.string({ description: 'Only rows with a warning of this code, such as VALUES_KEPT.' }),
      },
      select: { created: true, updated: true, unchanged: true, skipped: true, failed: true, discarded: true },
      resolve: (row, args, context) => {
        const totals = {
          CREATED: row.created,
          UPDATED: row.updated,
          UNCHANGED: row.unchanged,
          SKIPPED: row.skipped,
          FAILED: row.failed,
          DISCARDED: row.discarded,
        };
        const filter = { outcome: args.outcome ?? null, warning: args.warning ?? null };
        return readRowResults(context.records, row.id, filter, totals, pageOf(args));
      },
    }),
    changes: t.field({
      type: changes,
      description:
        'Field by field what was, or in a dry run would be, created and updated, record by record in the order of the source.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        outcome: t.arg({
          type: RowOutcome,
          description:
            'Only records with this outcome; CREATED and UPDATED when absent. Failed and discarded rows change none.',
        }),
      },
      select: { dryRun: true },
      resolve: (row, args, context) => readChanges(context.records, row, args.outcome ?? null, pageOf(args)),
    }),
    auditTrail: t.field({
      type: auditTrail,
      description: 'What was done to it and by whom, oldest first.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (row, args, context) => readAuditTrail(context.prisma, row.id, pageOf(args)),
    }),
  }));
}
