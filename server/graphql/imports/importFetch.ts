import type { SourceSpool } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { parseAttempts } from '../parseColumn.ts';

/** How far the source of an import by URL has been fetched. */
export function addImportFetch(builder: Builder): void {
  const fetched = builder.objectRef<SourceSpool>('ImportFetch').implement({
    description: 'The progress of fetching a source from a URL.',
    fields: (t) => ({
      done: t.exposeBoolean('done', {
        description: 'Whether the whole source has been fetched. No rows are imported before that.',
      }),
      bytes: t.float({ description: 'Bytes fetched so far, decompressed.', resolve: ({ bytes }) => Number(bytes) }),
      feed: t.exposeString('feed', {
        nullable: true,
        description: 'The kind of feed, such as sitemapindex; null for a file.',
      }),
      pages: t.exposeInt('pages', { description: 'Pages of the feed fetched so far.' }),
      rows: t.exposeInt('rows', { description: 'Rows of the feed fetched so far.' }),
      total: t.exposeInt('total', {
        nullable: true,
        description: 'The number of rows that the feed reports, if any.',
      }),
      attempts: t.field({
        type: ['ChunkAttempt'],
        description: 'Transient errors, oldest first. After each error, the fetch waits and continues.',
        resolve: ({ attempts }) => parseAttempts(attempts),
      }),
    }),
  });
  builder.prismaObjectField('Import', 'fetch', (t) =>
    t.field({
      type: fetched,
      nullable: true,
      description: 'The progress of fetching the source; null if the source is not a URL or the fetch has not started.',
      select: { spool: true },
      resolve: ({ spool }) => spool,
    }),
  );
}
