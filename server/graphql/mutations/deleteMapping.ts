import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/errors.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import { isUuid } from '../isUuid.ts';
import type { addDeleteMappingResult, DeleteMappingAnswer } from '../types/savedMapping.ts';
import { viewerOf } from '../viewerOf.ts';

export function addDeleteMapping(builder: Builder, result: ReturnType<typeof addDeleteMappingResult>): void {
  builder.mutationField('deleteMapping', (t) =>
    t.field({
      type: result,
      description: 'Takes a saved mapping away; imports that used it keep what they applied. Takes an EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The saved mapping's id." }) },
      resolve: (_root, { id }, context) =>
        answer(async (): Promise<DeleteMappingAnswer> => {
          const viewer = viewerOf(context);
          const saved = isUuid(id) ? await context.engine.savedMapping(id) : null;
          if (!saved || viewer.roleIn(saved.projectId) === null) {
            throw new NotFound(`There is no saved mapping "${id}" that you may see.`);
          }
          requireRole(viewer, saved.projectId, 'EDITOR');
          return { __typename: 'DeleteMappingSuccess', saved: await context.engine.deleteMapping(id) };
        }),
    }),
  );
}
