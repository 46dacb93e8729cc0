import { queryFromInfo } from '@pothos/plugin-prisma';
import type { Builder } from '../builder.ts';
import { isUuid } from '../isUuid.ts';
import { connectionOf, pageOf } from '../paging.ts';
import { readRecordHistory } from '../store/readRecordHistory.ts';
import { PAGE_ARGS } from '../types/connection.ts';
import type { addImport } from '../types/import.ts';
import { addRecordTouch } from '../types/recordTouch.ts';
import { viewerOf } from '../viewerOf.ts';

export function addRecordHistoryQuery(builder: Builder, importType: ReturnType<typeof addImport>): void {
  const connection = addRecordTouch(builder, importType);
  builder.queryField('recordHistory', (t) =>
    t.field({
      type: connection,
      description:
        'Every import and row that touched a record of any kind, the newest first, also of one that is no longer there; dry runs touch none. Empty for a record that no import of the project touched, and for a project that the viewer may not see.',
      args: {
        projectId: t.arg.id({ required: true, description: "The record's project." }),
        recordId: t.arg.id({ required: true, description: "The record's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: async (_root, { projectId, recordId, ...args }, context, info) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null || !isUuid(recordId)) {
          return connectionOf(
            [],
            page,
            () => '',
            async () => 0,
          );
        }
        const path = ['edges', 'node', 'import'];
        const { select } = queryFromInfo({ context, info, typeName: 'Import', path, select: { id: true } });
        return readRecordHistory(context.records, { projectId, recordId }, select, page);
      },
    }),
  );
}
