import { message } from '../../messages/catalogue.ts';
import { readMessage } from '../../messages/stored.ts';
import type { Builder } from '../builder.ts';
import { WHOLE_IMPORT } from '../complexity.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { pageOf } from '../paging.ts';
import type { UndoEntryShape } from '../shapes.ts';
import { readUndoEntries } from './store/readUndoEntries.ts';

/** What an import says of its undo, before and after. */
export function addImportUndo(builder: Builder): void {
  addUndoCounts(builder);
  addUndoReport(builder);
  builder.prismaObjectFields('Import', (t) => ({
    undoPreview: t.field({
      type: 'UndoCounts',
      nullable: true,
      complexity: WHOLE_IMPORT,
      description:
        'The counts of what an undo would do now; null if there is nothing to undo or the status does not allow it. It reads every record of the import, so you can request it once per operation and not on a list. errored is known only after the undo.',
      resolve: (row, _args, context) => context.engine.undoPreview(row.id),
    }),
    undo: t.field({
      type: 'UndoReport',
      nullable: true,
      description: 'The results of the undo, so far while the status is UNDOING; null before an undo.',
      select: { undoAt: true },
      resolve: (row) => (row.undoAt === null ? null : { importId: row.id }),
    }),
  }));
}

function addUndoCounts(builder: Builder): void {
  builder.objectType('UndoCounts', {
    description: 'The number of records by result of the undo.',
    fields: (t) => ({
      reversed: t.exposeInt('reversed', {
        description: 'Records that returned to their state before the import. Records that it created are deleted.',
      }),
      kept: t.exposeInt('kept', { description: 'Records that were kept because they were changed after the import.' }),
      errored: t.exposeInt('errored', {
        description: 'Records that could not be undone because the database refused.',
      }),
    }),
  });
}

function addUndoReport(builder: Builder): void {
  const entry = builder.objectRef<UndoEntryShape>('UndoEntry');
  entry.implement({
    description: 'A record of an undo.',
    fields: (t) => ({
      recordId: t.exposeID('recordId', { description: "The record's id." }),
      reason: t.field({
        type: 'Message',
        description: 'Why the record was kept or errored.',
        resolve: ({ reason }) => (reason === null ? message('UNDONE') : readMessage(reason)),
      }),
    }),
  });
  const entries = addConnection(builder, entry, 'records of an undo');
  builder.objectType('UndoReport', {
    description: 'The results of an undo by record.',
    fields: (t) => {
      const list = (result: 'REVERSED' | 'KEPT' | 'ERRORED', description: string) =>
        t.field({
          type: entries,
          description,
          args: {
            first: t.arg.int({ description: PAGE_ARGS.first }),
            after: t.arg.string({ description: PAGE_ARGS.after }),
            offset: t.arg.int({ description: PAGE_ARGS.offset }),
          },
          resolve: ({ importId }, args, context) => readUndoEntries(context.records, importId, result, pageOf(args)),
        });
      return {
        counts: t.field({
          type: 'UndoCounts',
          description: 'Records by result.',
          resolve: async ({ importId }, _args, { imports }) =>
            (await imports.undoCountsOf(importId)) ?? { reversed: 0, kept: 0, errored: 0 },
        }),
        reversed: list('REVERSED', 'The records that were returned to their state before the import.'),
        kept: list('KEPT', 'The records that were kept unchanged, with the reason.'),
        errored: list('ERRORED', 'The records that could not be undone, with the reason.'),
      };
    },
  });
}
