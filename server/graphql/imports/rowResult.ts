import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import type { KeptValueShape, RowResultShape } from '../shapes.ts';
import { fieldChangesOf } from './change.ts';

/** RowResult, KeptValue and the list of results. */
export function addRowResult(builder: Builder) {
  const keptValue = builder.objectRef<KeptValueShape>('KeptValue');
  keptValue.implement({
    description: "A value of a row that differs from the record's value, which the policy kept.",
    fields: (t) => ({
      field: t.exposeString('field', { description: "The record's field." }),
      kept: t.expose('kept', {
        ...{ type: 'JSON', nullable: true },
        description: "The record's value; null if empty. For an object such as metadata, only what differs.",
      }),
      offered: t.expose('offered', {
        ...{ type: 'JSON', nullable: true },
        description: "The row's value. For an object, only what differs.",
      }),
    }),
  });
  const result = builder.objectRef<RowResultShape>('RowResult');
  result.implement({
    description: 'The outcome of a row, with its records.',
    fields: (t) => ({
      rowNumber: t.exposeInt('rowNumber', { description: '1-based position of the row in the source.' }),
      outcome: t.expose('outcome', { type: RowOutcome, description: 'The outcome.' }),
      recordIds: t.idList({
        description: 'Records that the row created, changed or matched; empty for a failed or discarded row.',
        resolve: (row) => [...row.recordIds],
      }),
      warnings: t.stringList({
        description: "Codes of the row's warnings, such as SHARED_PHONE or VALUES_KEPT; empty for a failed row.",
        resolve: (row) => [...row.warnings],
      }),
      keptValues: t.field({
        type: [keptValue],
        description: 'Values of the row that the policy did not write because the record has other values.',
        resolve: (row) =>
          row.kept.flatMap(fieldChangesOf).map(({ field, before, after }) => ({ field, kept: before, offered: after })),
      }),
    }),
  });
  return addConnection(builder, result, 'row results');
}
