import type { Builder } from '../builder.ts';

import { answer, type ErrorAnswer } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import type { addResults } from '../results.ts';
import type { ObjectShapes } from '../shapes.ts';
import { importAction, startingAction } from './actions.ts';
import { requireImport } from './requireImport.ts';

/** The inputs that choose failed rows and correct them. */
export function addFailedRowInputs(builder: Builder) {
  const correction = builder.inputType('RowCorrectionInput', {
    description: 'How a failed row is corrected.',
    fields: (t) => ({
      rowNumber: t.int({ required: true, description: "The row's number." }),
      values: t.field({
        type: 'JSON',
        required: true,
        description: 'An object: the columns that it names are replaced, the others stay.',
      }),
    }),
  });
  const filter = builder.inputType('FailedRowFilter', {
    description: 'Which open failed rows; what is said is all true of each. With code and field: an error of both.',
    fields: (t) => ({
      rowNumbers: t.intList({ description: 'With these numbers. An empty list is an InvalidInputError.' }),
      code: t.string({ description: 'With an error of this code.' }),
      field: t.string({ description: 'With an error of this field.' }),
    }),
  });
  const importId = "The import's id.";
  const retry = builder.inputType('RetryFailedRowsInput', {
    description:
      'corrections alone: those rows and no others. filter: the open rows that it selects (corrected where a correction is given too). Neither: all open rows. An empty list is an InvalidInputError, never "all".',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      filter: t.field({ type: filter, description: 'Which rows.' }),
      corrections: t.field({ type: [correction], description: 'How some of them are corrected.' }),
    }),
  });
  const discard = builder.inputType('DiscardFailedRowsInput', {
    description: 'Which failed rows are given up.',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      filter: t.field({ type: filter, required: true, description: 'Which rows; with nothing in it, all open ones.' }),
    }),
  });
  const check = builder.inputType('CheckRowsInput', {
    description: 'Which rows are checked, as corrected.',
    fields: (t) => ({
      importId: t.id({ required: true, description: importId }),
      corrections: t.field({ type: [correction], required: true, description: 'At least one row.' }),
    }),
  });
  return { retry, discard, check };
}

export type CheckRowsAnswer =
  | ({ readonly __typename: 'CheckRowsSuccess' } & ObjectShapes['CheckRowsSuccess'])
  | ErrorAnswer;

/** The union that checkRows answers with. It depends on no status and no limit of use, so it lacks their errors. */
export function addCheckRowsResult(builder: Builder) {
  builder.objectType('CheckRowsSuccess', {
    description: 'The rows were checked.',
    fields: (t) => ({
      data: t.field({
        type: ['FailedRow'],
        description:
          'The rows that would still fail, with their values as corrected and their errors then; empty when all would pass.',
        resolve: ({ rows }) => rows.map((row) => ({ ...row, status: 'OPEN', corrected: null })),
      }),
    }),
  });
  return builder.unionType('CheckRowsResult', {
    description: 'What checkRows answers with.',
    types: ['CheckRowsSuccess', 'InvalidInputError', 'NotFoundError', 'ForbiddenError'],
  });
}

export function addCheckRows(
  builder: Builder,
  inputs: ReturnType<typeof addFailedRowInputs>,
  result: ReturnType<typeof addCheckRowsResult>,
): void {
  builder.mutationField('checkRows', (t) =>
    t.field({
      type: result,
      description: 'Validates corrected rows as a retry would, at most 1,000 at once, and writes nothing.',
      args: { input: t.arg({ type: inputs.check, required: true, description: 'Which rows, as corrected.' }) },
      resolve: (_root, { input }, context) =>
        answer(async (): Promise<CheckRowsAnswer> => {
          const importId = await requireImport(context, input.importId, 'EDITOR');
          return { __typename: 'CheckRowsSuccess', rows: await context.engine.checkRows(importId, input.corrections) };
        }),
    }),
  );
}

export function addRetryFailedRows(
  builder: Builder,
  inputs: ReturnType<typeof addFailedRowInputs>,
  results: ReturnType<typeof addResults>,
): void {
  builder.mutationField('retryFailedRows', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Sends open failed rows through again, corrected or as they are; those that succeed are RESOLVED. Up to 500 rows are done when the answer comes; more run as jobs.',
      args: { input: t.arg({ type: inputs.retry, required: true, description: 'Which rows, and how corrected.' }) },
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
  results: ReturnType<typeof addResults>,
): void {
  builder.mutationField('discardFailedRows', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Gives up open failed rows: they are kept, counted as discarded, and not retried any more. The status stays.',
      args: { input: t.arg({ type: inputs.discard, required: true, description: 'Which rows.' }) },
      resolve: (_root, { input: { importId: id, filter } }, context) =>
        importAction(context, id, (actor, importId) =>
          context.engine.discardFailedRows(actor, importId, omitNull(filter)),
        ),
    }),
  );
}
