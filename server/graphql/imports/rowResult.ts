import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import type { KeptValueShape, RowResultShape } from '../shapes.ts';
import { fieldChangesOf } from './change.ts';

/** RowResult, KeptValue and the list of results. */
export function addRowResult(builder: Builder) {
  const keptValue = builder.objectRef<KeptValueShape>('KeptValue');
  keptValue.implement({
    description: "A value of a row that differs from its record's, which the policy kept.",
    fields: (t) => ({
      field: t.exposeString('field', { description: "The record's field." }),
      kept: t.expose('kept', {
        ...{ type: 'JSON', nullable: true },
        description: 'What the record has; null for nothing. Of an object, such as metadata, what differs.',
      }),
      offered: t.expose('offered', {
        ...{ type: 'JSON', nullable: true },
        description: 'What the row says; of an object, what differs.',
      }),
    }),
  });
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
      warnings: t.stringList({
        description: 'Codes of the warnings about it, such as SHARED_PHONE or VALUES_KEPT; none for a failed row.',
        resolve: (row) => [...row.warnings],
      }),
      keptValues: t.field({
        type: [keptValue],
        description: 'Where it differs from a record that kept its own values, as the policy wants it.',
        resolve: (row) =>
          row.kept.flatMap(fieldChangesOf).map(({ field, before, after }) => ({ field, kept: before, offered: after })),
      }),
    }),
  });
  return addConnection(builder, result, 'row results');
}
