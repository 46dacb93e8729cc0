import type { Builder } from '../builder.ts';
import { startingAction } from '../importAction.ts';
import type { addFailedRowInputs } from '../inputs/failedRows.ts';
import { present } from '../present.ts';
import type { addResults } from '../types/results.ts';

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
          const rows = { ...(filter ? { filter: present(filter) } : {}), ...(corrections ? { corrections } : {}) };
          return context.engine.retryFailedRows(actor, importId, rows);
        }),
    }),
  );
}
