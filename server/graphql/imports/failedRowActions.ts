import type { CheckedRow } from '../../engine/model/requests.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import { type addImportResults, addResult, type Result } from '../results.ts';
import { importAction, startingAction } from './actions.ts';
import { requireImport } from './requireImport.ts';

/** The inputs that choose failed rows and correct them. */
export function addFailedRowInputs(builder: Builder) {
  const correction = builder.inputType('RowCorrectionInput', {
    description: 'A correction of a failed row.',
    fields: (t) => ({
      rowNumber: t.int({ required: true, description: "The row's number." }),
      values: t.field({
        type: 'JSON',
        required: true,
        description: 'An object of column name to value. Columns that it does not name stay unchanged.',
      }),
    }),
  });
  const filter = builder.inputType('FailedRowFilter', {
    description:
      'A filter of open failed rows. A row must match all conditions. If you give code and field, a row needs an error with both.',
    fields: (t) => ({
      rowNumbers: t.intList({ description: 'Rows with these numbers. An empty list is an InvalidInputError.' }),
      code: t.string({ description: 'Rows with an error of this code.' }),
      field: t.string({ description: 'Rows with an error of this field.' }),
    }),
  });
  const importId = "The import's id.";
  const retry = builder.inputType('RetryFailedRowsInput', {
    description:
      'With only corrections, the corrected rows. With a filter, the open rows that match it, corrected if a correction is also given. With neither, all open rows. An empty list is an InvalidInputError and never means "all".',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      filter: t.field({ type: filter, description: 'The rows.' }),
      corrections: t.field({ type: [correction], description: 'Corrections of some of the rows.' }),
    }),
  });
  const discard = builder.inputType('DiscardFailedRowsInput', {
    description: 'The failed rows to discard.',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      filter: t.field({
        type: filter,
        required: true,
        description: 'The rows. An empty filter selects all open rows.',
      }),
    }),
  });
  const check = builder.inputType('CheckRowsInput', {
    description: 'The corrected rows to check.',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      corrections: t.field({ type: [correction], required: true, description: 'At least one row.' }),
    }),
  });
  return { retry, discard, check };
}

interface OfRows {
  readonly rows: readonly CheckedRow[];
}
type CheckRowsResult = Result<'CheckRowsSuccess', OfRows>;

export function addCheckRows(builder: Builder, inputs: ReturnType<typeof addFailedRowInputs>): void {
  const result = addResult<OfRows>(builder, 'CheckRows', {
    of: 'checkRows',
    success: 'The rows were checked.',
    // A check depends on no status and no limit of use.
    errors: ['InvalidInputError', 'NotFoundError', 'ForbiddenError'],
    data: (t) =>
      t.field({
        type: ['FailedRow'],
        description:
          'The rows that would still fail, with their corrected values and remaining errors; empty if all rows would pass.',
        resolve: ({ rows }) => rows.map((row) => ({ ...row, status: 'OPEN', corrected: null })),
      }),
  });
  builder.mutationField('checkRows', (t) =>
    t.field({
      type: result,
      description: 'Validates corrected rows as a retry would, at most 1,000 at once, and writes nothing.',
      args: { input: t.arg({ type: inputs.check, required: true, description: 'The corrected rows.' }) },
      resolve: (_root, { input }, context) =>
        toResult(async (): Promise<CheckRowsResult> => {
          const importId = await requireImport(context, input.importId, 'EDITOR');
          return { __typename: 'CheckRowsSuccess', rows: await context.engine.checkRows(importId, input.corrections) };
        }),
    }),
  );
}

export function addRetryFailedRows(
  builder: Builder,
  inputs: ReturnType<typeof addFailedRowInputs>,
  results: ReturnType<typeof addImportResults>,
): void {
  builder.mutationField('retryFailedRows', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Retries open failed rows, with or without corrections. Rows that succeed are RESOLVED. Up to 500 rows are retried within the request; more run as background jobs.',
      args: { input: t.arg({ type: inputs.retry, required: true, description: 'The rows and their corrections.' }) },
      resolve: (_root, { input: { importId: id, filter, corrections } }, context) =>
        startingAction(context, id, (actor, importId) => {
          const rows = { ...(filter ? { filter: omitNull(filter) } : {}), ...(corrections ? { corrections } : {}) };
          return context.engine.retryFailedRows(actor, importId, rows);
        }),
    }),
  );
}

export function addDiscardFailedRows(
  builder: Builder,
  inputs: ReturnType<typeof addFailedRowInputs>,
  results: ReturnType<typeof addImportResults>,
): void {
  builder.mutationField('discardFailedRows', (t) =>
    t.field({
      type: results.importAction,
      description:
        "Discards open failed rows. They are kept and counted as discarded, but can no longer be retried. The import's status does not change.",
      args: { input: t.arg({ type: inputs.discard, required: true, description: 'The rows.' }) },
      resolve: (_root, { input: { importId: id, filter } }, context) =>
        importAction(context, id, (actor, importId) =>
          context.engine.discardFailedRows(actor, importId, omitNull(filter)),
        ),
    }),
  );
}
