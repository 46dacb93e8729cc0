import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addSourceInputs } from '../inputs/source.ts';
import { present } from '../present.ts';
import { mappingOf } from '../startImportCommand.ts';
import type { addSaveMappingResult, SaveMappingAnswer } from '../types/savedMapping.ts';
import { viewerOf } from '../viewerOf.ts';

export function addSaveMapping(
  builder: Builder,
  { mapping, format }: ReturnType<typeof addSourceInputs>,
  result: ReturnType<typeof addSaveMappingResult>,
): void {
  const input = builder.inputType('SaveMappingInput', {
    description: 'A mapping to keep under a name.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that keeps it.' }),
      importer: t.string({ required: true, description: 'The importer that it is for.' }),
      name: t.string({ required: true, description: 'What people call it: 1 to 200 characters.' }),
      headers: t.stringList({
        required: true,
        description: 'All columns of the source, as inspectSource gives them: files with the same are offered it.',
      }),
      mapping: t.field({ type: [mapping], required: true, description: 'As startImport takes it.' }),
      format: t.field({ type: format, description: 'What was said of the format, where detection erred.' }),
    }),
  });
  builder.mutationField('saveMapping', (t) =>
    t.field({
      type: result,
      description:
        'Keeps a mapping under its name, in place of one of the project and importer that has the name already. Takes an EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'What to keep.' }) },
      resolve: (_root, { input: given }, context) =>
        answer(async (): Promise<SaveMappingAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          const { format: said, mapping: columns, ...rest } = given;
          const saved = await context.engine.saveMapping(viewer.actor, {
            ...{ ...rest, mapping: mappingOf(columns) },
            ...(said ? { format: present(said) } : {}),
          });
          return { __typename: 'SaveMappingSuccess', saved };
        }),
    }),
  );
}
