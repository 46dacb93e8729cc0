import type { Builder } from '../builder.ts';
import { RowOutcome } from '../enums.ts';
import { fieldChangesOf } from './change.ts';
import { addConnection } from './connection.ts';
import type { addImport } from './import.ts';
import type { RecordTouchShape } from './shapes.ts';

/** RecordTouch and the list of them, which is a record's history. */
export function addRecordTouch(builder: Builder, importType: ReturnType<typeof addImport>) {
  const touch = builder.objectRef<RecordTouchShape>('RecordTouch');
  touch.implement({
    description: 'What a row of an import did to a record.',
    fields: (t) => ({
      import: t.field({
        type: importType,
        description: 'The import. One that is UNDONE has taken this back, unless its `undo` lists the record as kept.',
        resolve: (parent) => parent.import,
      }),
      rowNumber: t.exposeInt('rowNumber', { description: '1-based position of the row in its source.' }),
      outcome: t.expose('outcome', { type: RowOutcome, description: 'What became of the record then.' }),
      fields: t.field({
        type: ['FieldChange'],
        description: 'What was changed, field by field; none where the record stayed as it was.',
        resolve: (parent) => fieldChangesOf(parent.changes),
      }),
    }),
  });
  return addConnection(builder, touch, 'what touched a record');
}
