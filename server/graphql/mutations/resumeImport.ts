import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import { projectOfImport } from '../projectOfImport.ts';
import type { addResults, ImportActionAnswer } from '../types/results.ts';
import { viewerOf } from '../viewerOf.ts';

export function addResumeImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('resumeImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Goes on where it stopped: after a pause, a cancel, a failure or a crash. Rows already done are not touched again.',
      args: {
        id: t.arg.id({ required: true, description: "The import's id." }),
        maxErrorRate: t.arg.float({ description: 'Another limit to the share of rows that may fail, 0 to 1.' }),
      },
      resolve: (_root, { id, maxErrorRate }, context) =>
        answer(async (): Promise<ImportActionAnswer> => {
          const { actor } = viewerOf(context);
          await projectOfImport(context, id, 'EDITOR');
          await context.engine.resumeImport(actor, id, maxErrorRate == null ? {} : { maxErrorRate });
          return { __typename: 'ImportActionSuccess', importId: id };
        }),
    }),
  );
}
