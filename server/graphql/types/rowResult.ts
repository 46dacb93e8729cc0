import type { Builder } from '../builder.ts';
import { RowOutcome } from '../enums.ts';
import { addConnection } from './connection.ts';
import type { RowResultShape } from './shapes.ts';

/** RowResult and the list of them. */
export function addRowResult(builder: Builder) {
  const result = builder.objectRef<RowResultShape>('RowResult');
  result.implement({
    description: 'What became of a row, and the records that it touched.',
    fields: (t) => ({
      rowNumber: t.exposeInt('rowNumber', { description: '1-based position of the row in the source.' }),
      outcome: t.expose('outcome', { type: RowOutcome, description: 'What became of it.' }),
      recordIds: t.idList({
        description: 'Records that it created, changed or matched; none for a failed or discarded row.',
        resolve: (row) => [...row.recordIds],
      }),
    }),
  });
  return addConnection(builder, result, 'row results');
}
