import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import type { addImportResults, StartImportsResult } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { type addStartImportInput, startImportCommand } from './startImport.ts';

export function addStartImports(
  builder: Builder,
  start: ReturnType<typeof addStartImportInput>,
  results: ReturnType<typeof addImportResults>,
): void {
  const input = builder.inputType('StartImportsInput', {
    description: 'Imports to start together.',
    fields: (t) => ({
      imports: t.field({ type: [start], required: true, description: 'The imports, 1 to 50, in any projects.' }),
    }),
  });
  builder.mutationField('startImports', (t) =>
    t.field({
      type: results.startImports,
      description:
        "Starts several imports together, such as one for each sheet of a workbook: all of them, or none if one cannot be started. They run as background jobs. If an import's format names a sheet, its sourceName ends with it. Requires EDITOR.",
      args: { input: t.arg({ type: input, required: true, description: 'The imports.' }) },
      resolve: (_root, { input: { imports } }, context) =>
        toResult(async (): Promise<StartImportsResult> => {
          const viewer = viewerOf(context);
          for (const { projectId } of imports) requireRole(viewer, projectId, 'EDITOR');
          for (const _ of imports) await context.limits.take('start', viewer.id);
          const inputs = await Promise.all(imports.map(startImportCommand));
          return {
            __typename: 'StartImportsSuccess',
            importIds: await context.engine.startImports(viewer.actor, inputs),
          };
        }),
    }),
  );
}
