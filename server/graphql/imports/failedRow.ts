import { messageText } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { FailedRowStatus } from '../enums.ts';
import { parseRowErrors } from '../parseColumn.ts';

/** FailedRow, RowError and the list of them. */
export function addFailedRow(builder: Builder) {
  const place = builder.objectRef<RowPlace>('RowPlace').implement({
    description: 'A row of an import.',
    fields: (t) => ({
      importId: t.exposeID('importId', { description: "The import's id." }),
      rowNumber: t.exposeInt('rowNumber', { description: "The row's number." }),
    }),
  });
  const failedRow = builder.objectType('FailedRow', {
    description: 'A row that could not be imported, kept until it is resolved or discarded.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The failed row's id." }),
      rowNumber: t.exposeInt('rowNumber', {
        description: '1-based position of the record in the source, header not counted.',
      }),
      line: t.exposeInt('line', {
        nullable: true,
        description: '1-based line of the file on which the record starts; null if the source has no lines.',
      }),
      values: t.expose('values', { type: 'JSON', description: 'The original row: column name to text.' }),
      corrections: t.expose('corrected', {
        type: 'JSON',
        nullable: true,
        description: 'The columns that a retry changed, with the values that it tried; null if there are none.',
      }),
      errors: t.field({
        type: ['RowError'],
        description: 'The errors of the row.',
        resolve: (row) => parseRowErrors(row.errors),
      }),
      status: t.expose('status', {
        type: FailedRowStatus,
        description: 'Whether the row is open, resolved or discarded.',
      }),
      origin: t.field({
        type: place,
        nullable: true,
        description: 'The failed row of an earlier import that this row was reimported from.',
        resolve: ({ originImportId, originRow }) => placeOf(originImportId, originRow),
      }),
      reimportedAs: t.field({
        type: place,
        nullable: true,
        description:
          'The row of a later import that reimports this row. This row is closed: RESOLVED once that row has a good outcome, DISCARDED until then.',
        resolve: ({ movedImportId, movedRow }) => placeOf(movedImportId, movedRow),
      }),
      attempts: t.exposeInt('attempts', { description: 'The number of attempts.' }),
    }),
  });
  addRowError(builder);
  return addConnection(builder, failedRow, 'failed rows');
}

interface RowPlace {
  readonly importId: string;
  readonly rowNumber: number;
}

function placeOf(importId: string | null | undefined, rowNumber: number | null | undefined): RowPlace | null {
  return importId && rowNumber ? { importId, rowNumber } : null;
}

function addRowError(builder: Builder): void {
  builder.objectType('RowError', {
    description: 'One thing that is wrong with a row.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'A stable code for programs.' }),
      field: t.exposeString('field', { nullable: true, description: "The importer's field that the error is about." }),
      column: t.exposeString('column', { nullable: true, description: 'The column that the field was mapped from.' }),
      value: t.exposeString('value', { nullable: true, description: 'The value that was rejected.' }),
      params: t.field({
        type: 'JSON',
        description: 'What the sentence of this code names.',
        resolve: ({ params }) => params ?? {},
      }),
      message: t.string({
        description: 'An English message: what is wrong and how to fix it.',
        resolve: (rowError) => messageText(rowError),
      }),
    }),
  });
}
