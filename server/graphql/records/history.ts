import { queryFromInfo } from '@pothos/plugin-prisma';
import { UndoResult } from '../../generated/prisma/enums.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import type { FeatureHistory } from '../feature.ts';
import { fieldChangesOf } from '../imports/change.ts';
import type { addImport } from '../imports/import.ts';
import { isUuid } from '../isUuid.ts';
import { connectionOf, pageOf } from '../paging.ts';
import type { RecordTouchShape } from '../shapes.ts';
import { viewerOf } from '../viewerOf.ts';
import { readRecordHistory } from './store/readRecordHistory.ts';

/** RecordTouch and the list of them, which is a record's history. */
export function addRecordTouch(builder: Builder, importType: ReturnType<typeof addImport>) {
  const undo = addRecordUndo(builder);
  const touch = builder.objectRef<RecordTouchShape>('RecordTouch');
  touch.implement({
    description:
      'What a row of an import did to a record; what an import did to a contact list, or to a venue, an organizer or a category that its events refer to.',
    fields: (t) => ({
      import: t.field({ type: importType, description: 'The import.', resolve: (parent) => parent.import }),
      rowNumber: t.exposeInt('rowNumber', {
        nullable: true,
        description:
          '1-based position of the row in its source; null of a contact list, a venue, an organizer and a category, which many rows of an import may name.',
      }),
      outcome: t.expose('outcome', {
        type: RowOutcome,
        description:
          'What became of the record then; UNCHANGED of a venue that the events of the import only refer to.',
      }),
      fields: t.field({
        type: ['FieldChange'],
        description:
          'What was changed, field by field; none where the record stayed as it was. `lists` are the contact lists that the import put a contact on, `contacts` how many contacts of a list it put there and are on it still.',
        resolve: ({ changes, links }) => [...fieldChangesOf(changes), ...links],
      }),
      undo: t.field({
        type: undo,
        nullable: true,
        description: 'What an undo of the import did to the record; null where none has come to it.',
        resolve: (parent) => parent.undo,
      }),
    }),
  });
  return addConnection(builder, touch, 'what touched a record');
}

function addRecordUndo(builder: Builder) {
  const result = builder.enumType(UndoResult, {
    name: 'UndoResult',
    description: 'What an undo did to a record.',
    values: {
      REVERSED: { description: 'It took back what the import had done.' },
      KEPT: { description: 'It left the record as it was.' },
      ERRORED: { description: 'The database refused.' },
    },
  });
  const undo = builder.objectRef<NonNullable<RecordTouchShape['undo']>>('RecordUndo');
  undo.implement({
    description: 'What the undo of an import did to a record that the import had touched.',
    fields: (t) => ({
      result: t.expose('result', { type: result, description: 'What it did.' }),
      reason: t.exposeString('reason', {
        nullable: true,
        description: 'Why it did not take it back; null where it did.',
      }),
    }),
  });
  return undo;
}

export function addRecordHistoryQuery(
  builder: Builder,
  importType: ReturnType<typeof addImport>,
  histories: readonly FeatureHistory[],
): void {
  const connection = addRecordTouch(builder, importType);
  builder.queryField('recordHistory', (t) =>
    t.field({
      type: connection,
      description:
        'Every import and row that touched a record of any kind, the newest first, also of one that is no longer there; dry runs touch none. Empty for a record that no import of the project touched, and for a project that the viewer may not see.',
      args: {
        projectId: t.arg.id({ required: true, description: "The record's project." }),
        recordId: t.arg.id({ required: true, description: "The record's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: async (_root, { projectId, recordId, ...args }, context, info) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null || !isUuid(recordId)) {
          return connectionOf(
            [],
            page,
            () => '',
            async () => 0,
          );
        }
        const path = ['edges', 'node', 'import'];
        const { select } = queryFromInfo({ context, info, typeName: 'Import', path, select: { id: true } });
        return readRecordHistory(context.records, histories, { projectId, recordId }, select, page);
      },
    }),
  );
}
