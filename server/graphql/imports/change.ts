import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { RowOutcome } from '../enums.ts';
import { parseChanges } from '../parseColumn.ts';
import type { ChangeShape, FieldChangeShape } from '../shapes.ts';

/** Change, FieldChange and the list of changes. */
export function addChange(builder: Builder) {
  const change = builder.objectRef<ChangeShape>('Change');
  change.implement({
    description: 'What a row did, or in a dry run would do, to a record.',
    fields: (t) => ({
      rowNumber: t.exposeInt('rowNumber', { description: '1-based position of the row in the source.' }),
      recordId: t.exposeID('recordId', {
        nullable: true,
        description: "The record's id; null for one that a dry run would create.",
      }),
      outcome: t.expose('outcome', { type: RowOutcome, description: 'What became of the record.' }),
      fields: t.field({
        type: ['FieldChange'],
        description: 'What changes, field by field; none where the record stays as it is.',
        resolve: (parent) => fieldChangesOf(parent.changes),
      }),
    }),
  });
  builder.objectType('FieldChange', {
    description: 'What a field of a record was, and what it is then.',
    fields: (t) => ({
      field: t.exposeString('field', { description: "The record's field." }),
      before: t.expose('before', { type: 'JSON', nullable: true, description: 'What it was; null for nothing.' }),
      after: t.expose('after', { type: 'JSON', nullable: true, description: 'What it is then; null for nothing.' }),
    }),
  });
  return addConnection(builder, change, 'changes');
}

/** Provenance's { field: [before, after] } as a list. */
export function fieldChangesOf(changes: unknown): FieldChangeShape[] {
  const fields = Object.entries(parseChanges(changes) ?? {});
  return fields.map(([field, [before, after]]) => ({ field, before, after }));
}
