import type { SourceSpool } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { parseAttempts } from '../parseColumn.ts';

/** How far the source of an import by URL has been fetched. */
export function addImportFetch(builder: Builder): void {
  const fetched = builder.objectRef<SourceSpool>('ImportFetch').implement({
    description: 'How far a source by URL has been fetched.',
    fields: (t) => ({
      done: t.exposeBoolean('done', { description: 'Whether it is there, whole; nothing of it is imported before.' }),
      bytes: t.float({ description: 'Bytes so far, unpacked.', resolve: ({ bytes }) => Number(bytes) }),
      feed: t.exposeString('feed', {
        nullable: true,
        description: 'The kind of feed, such as sitemapindex; null: a file.',
      }),
      pages: t.exposeInt('pages', { description: 'Pages of a feed so far.' }),
      rows: t.exposeInt('rows', { description: 'Rows of a feed so far.' }),
      total: t.exposeInt('total', {
        nullable: true,
        description: 'Rows that the feed says it has, where it does.',
      }),
      attempts: t.field({
        type: ['ChunkAttempt'],
        description: 'Faults of the environment that it met, oldest first. After each it waits and goes on.',
        resolve: ({ attempts }) => parseAttempts(attempts),
      }),
    }),
  });
  builder.prismaObjectField('Import', 'fetch', (t) =>
    t.field({
      type: fetched,
      nullable: true,
      description: 'How its source is fetched; null where it is no URL, or nothing was asked for yet.',
      select: { spool: true },
      resolve: ({ spool }) => spool,
    }),
  );
}
