import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import { parseChanges } from '../parseColumn.ts';
import type { ChangeShape, FieldChangeShape } from '../shapes.ts';

/** Change, FieldChange and the list of changes. */
export function addChange(builder: Builder) {
  const change = builder.objectRef<ChangeShape>('Change');
  change.implement({
    description: 'What a row did to a record, or would do in a dry run.',
    fields: (t) => ({
      rowNumber: t.exposeInt('rowNumber', { description: '1-based position of the row in the source.' }),
      recordId: t.exposeID('recordId', {
        nullable: true,
        description: "The record's id; null for a record that a dry run would create.",
      }),
      outcome: t.expose('outcome', { type: RowOutcome, description: 'The outcome of the record.' }),
      fields: t.field({
        type: ['FieldChange'],
        description: 'The changed fields; empty if the record stays unchanged.',
        resolve: (parent) => fieldChangesOf(parent.changes),
      }),
    }),
  });
  builder.objectType('FieldChange', {
    description: 'A field of a record before and after a change.',
    fields: (t) => ({
      field: t.exposeString('field', { description: "The record's field." }),
      before: t.expose('before', {
        type: 'JSON',
        nullable: true,
        description: 'The value before the change; null if empty.',
      }),
      after: t.expose('after', {
        type: 'JSON',
        nullable: true,
        description: 'The value after the change; null if empty.',
      }),
    }),
  });
  return addConnection(builder, change, 'changes');
}

/** Provenance's { field: [before, after] } as a list. */
export function fieldChangesOf(changes: unknown): FieldChangeShape[] {
  const fields = Object.entries(parseChanges(changes) ?? {});
  return fields.map(([field, [before, after]]) => ({ field, before, after }));
}
