import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addSourceInputs } from '../inputs/source.ts';
import { present } from '../present.ts';
import { sourceOf } from '../startImportCommand.ts';
import type { addInspectSourceResult, InspectSourceAnswer } from '../types/sourceInspection.ts';
import { viewerOf } from '../viewerOf.ts';

export function addInspectSource(
  builder: Builder,
  { source, format }: ReturnType<typeof addSourceInputs>,
  result: ReturnType<typeof addInspectSourceResult>,
): void {
  const input = builder.inputType('InspectSourceInput', {
    description: 'Which source to look at, and for which importer.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that it would be imported to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'Where the rows come from.' }),
      format: t.field({ type: format, description: 'How to read the source, where detection errs.' }),
    }),
  });
  builder.mutationField('inspectSource', (t) =>
    t.field({
      type: result,
      description:
        'Looks at the beginning of a source: how it is read, what its columns hold and how they would be mapped. Takes an EDITOR. Writes nothing.',
      args: { input: t.arg({ type: input, required: true, description: 'Which source.' }) },
      resolve: (_root, { input: given }, context) =>
        answer(async (): Promise<InspectSourceAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          // It may fetch from another server, and unpacks up to 16 MB.
          await context.limits.take('inspect', viewer.id);
          const report = await context.engine.inspectSource({
            ...{ projectId: given.projectId, importer: given.importer, source: await sourceOf(given.source) },
            ...(given.format ? { format: present(given.format) } : {}),
          });
          return { __typename: 'InspectSourceSuccess', report };
        }),
    }),
  );
}
