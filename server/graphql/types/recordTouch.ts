import { UndoResult } from '../../generated/prisma/enums.ts';
import type { Builder } from '../builder.ts';
import { RowOutcome } from '../enums.ts';
import { fieldChangesOf } from './change.ts';
import { addConnection } from './connection.ts';
import type { addImport } from './import.ts';
import type { RecordTouchShape } from './shapes.ts';

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
        resolve: ({ changes, lists }) => [
          ...fieldChangesOf(changes),
          ...(lists ? [{ field: 'lists', before: null, after: lists }] : []),
        ],
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
