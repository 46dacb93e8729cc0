import type { Builder } from '../builder.ts';
import { importAction } from '../importAction.ts';
import type { addFailedRowInputs } from '../inputs/failedRows.ts';
import { present } from '../present.ts';
import type { addResults } from '../types/results.ts';

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
          context.engine.discardFailedRows(actor, importId, present(filter)),
        ),
    }),
  );
}
