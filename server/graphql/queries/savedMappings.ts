import type { Builder } from '../builder.ts';
import { viewerOf } from '../viewerOf.ts';

export function addSavedMappingsQuery(builder: Builder): void {
  builder.queryField('savedMappings', (t) =>
    t.field({
      type: ['SavedMapping'],
      description:
        "A project's saved mappings for an importer, by name, at most 500. None for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        importer: t.arg.string({ required: true, description: 'For which importer.' }),
      },
      resolve: (_root, { projectId, importer }, context) =>
        viewerOf(context).roleIn(projectId) === null ? [] : context.engine.savedMappings(projectId, importer),
    }),
  );
}
