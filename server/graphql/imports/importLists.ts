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
      description: 'The chunks, in the order in which they are applied.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (row, args, context) => readChunkList(context.prisma, row.id, pageOf(args)),
    }),
    rowResults: t.field({
      type: rowResults,
      description: 'The rows that have an outcome, with their records, in the order of the source.',
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
        'The changes to each record, field by field, in the order of the source. In a dry run, the changes that the import would make.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        outcome: t.arg({
          type: RowOutcome,
          description:
            'Only records with this outcome; CREATED and UPDATED if absent. Failed and discarded rows change no records.',
        }),
      },
      select: { dryRun: true },
      resolve: (row, args, context) => readChanges(context.records, row, args.outcome ?? null, pageOf(args)),
    }),
    auditTrail: t.field({
      type: auditTrail,
      description: 'The actions on the import and their actors, oldest first.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (row, args, context) => readAuditTrail(context.prisma, row.id, pageOf(args)),
    }),
  }));
}
