import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addFailedRowInputs } from '../inputs/failedRows.ts';
import { requireImport } from '../requireImport.ts';
import type { addCheckRowsResult, CheckRowsAnswer } from '../types/checkRowsResult.ts';

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
