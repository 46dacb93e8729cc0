import type { Builder } from '../builder.ts';
import { viewerOf } from '../viewerOf.ts';

export function addViewerQuery(builder: Builder): void {
  builder.queryField('viewer', (t) =>
    t.field({ type: 'Viewer', description: 'Who asks.', resolve: (_root, _args, context) => viewerOf(context) }),
  );
}
