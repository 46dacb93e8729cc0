import type { Builder } from '../builder.ts';

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
