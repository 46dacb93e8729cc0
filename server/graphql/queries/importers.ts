import type { Builder } from '../builder.ts';
import { viewerOf } from '../viewerOf.ts';

export function addImportersQuery(builder: Builder): void {
  builder.queryField('importers', (t) =>
    t.field({
      type: ['Importer'],
      description: 'What can be imported.',
      resolve: (_root, _args, context) => {
        viewerOf(context);
        return context.importers;
      },
    }),
  );
}
