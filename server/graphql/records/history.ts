import { queryFromInfo } from '@pothos/plugin-prisma';
import { UndoResult } from '../../generated/prisma/enums.ts';
import { readMessage } from '../../messages/stored.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { isStorableText } from '../../sdk/storable.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import type { FeatureHistory } from '../feature.ts';
import { fieldChangesOf } from '../imports/change.ts';
import type { addImport } from '../imports/import.ts';
import { connectionOf, pageOf } from '../paging.ts';
import type { RecordHistoryEntryShape } from '../shapes.ts';
import { viewerOf } from '../viewerOf.ts';
import { readRecordHistory } from './store/readRecordHistory.ts';

/** RecordHistoryEntry and the list of them, which is a record's history. */
export function addRecordHistoryEntry(builder: Builder, importType: ReturnType<typeof addImport>) {
  const undo = addRecordUndo(builder);
  const entry = builder.objectRef<RecordHistoryEntryShape>('RecordHistoryEntry');
  entry.implement({
    description:
      'The effect of a row on a record, or of an import on a contact list or on a venue, organizer or category that its events refer to.',
    fields: (t) => ({
      import: t.field({ type: importType, description: 'The import.', resolve: (parent) => parent.import }),
      rowNumber: t.exposeInt('rowNumber', {
        nullable: true,
        description:
          '1-based position of the row in its source; null for a contact list, venue, organizer or category, which many rows of an import can name.',
      }),
      outcome: t.expose('outcome', {
        type: RowOutcome,
        description: "The outcome of the record; UNCHANGED for a venue that the import's events only refer to.",
      }),
      fields: t.field({
        type: ['FieldChange'],
        description:
          'The changed fields; empty if the record stayed unchanged. `lists` are the contact lists that the import added a contact to. `contacts` is the number of contacts that the import added to a list and that are still on it.',
        resolve: ({ changes, links }) => [...fieldChangesOf(changes), ...links],
      }),
      undo: t.field({
        type: undo,
        nullable: true,
        description: 'The effect of an undo on the record; null if no undo has reached it.',
        resolve: (parent) => parent.undo,
      }),
    }),
  });
  return addConnection(builder, entry, 'history entries of a record');
}

function addRecordUndo(builder: Builder) {
  const result = builder.enumType(UndoResult, {
    name: 'UndoResult',
    description: 'The effect of an undo on a record.',
    values: {
      REVERSED: { description: 'The undo reversed the change.' },
      KEPT: { description: 'The undo kept the record unchanged.' },
      ERRORED: { description: 'The database refused.' },
    },
  });
  const undo = builder.objectRef<NonNullable<RecordHistoryEntryShape['undo']>>('RecordUndo');
  undo.implement({
    description: 'The effect of an undo on a record of the import.',
    fields: (t) => ({
      result: t.expose('result', { type: result, description: 'The effect.' }),
      reason: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why the undo did not reverse the change; null if it did.',
        resolve: ({ reason }) => (reason === null ? null : readMessage(reason)),
      }),
    }),
  });
  return undo;
}

export function addRecordHistoryQuery(
  builder: Builder,
  connection: ReturnType<typeof addRecordHistoryEntry>,
  histories: readonly FeatureHistory[],
): void {
  builder.queryField('recordHistory', (t) =>
    t.field({
      type: connection,
      description:
        'The imports and rows that affected a record of any kind, newest first, also for a deleted record. Dry runs are not included. Empty for a record that no import of the project affected, and for a project that the viewer cannot see.',
      args: {
        projectId: t.arg.id({ required: true, description: "The record's project." }),
        recordId: t.arg.id({ required: true, description: "The record's id." }),
        importer: t.arg.string({
          description:
            'The importer whose record it is. Needed where the ids of several importers can be alike, as numbers are.',
        }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: async (_root, { projectId, recordId, importer, ...args }, context, info) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null || !isStorableText(recordId)) {
          return connectionOf(
            [],
            page,
            () => '',
            async () => 0,
          );
        }
        const recordType = typeOf(context.importers, importer);
        const path = ['edges', 'node', 'import'];
        const { select } = queryFromInfo({ context, info, typeName: 'Import', path, select: { id: true } });
        return readRecordHistory(context.records, histories, { projectId, recordId, recordType }, select, page);
      },
    }),
  );
}

/** What an importer's records are called in their history. A removed importer is its own name, as its records may be. */
function typeOf(importers: readonly AnyImporter[], name: string | null | undefined): string | null {
  if (name == null) return null;
  return importers.find((importer) => importer.name === name)?.store.type ?? name;
}
