import type { Builder } from '../builder.ts';

export function addPageInfo(builder: Builder): void {
  builder.objectType('PageInfo', {
    description: 'Where a page of a list stands in the whole of it.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'There is at least one more entry after this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'This page does not begin at the first entry.',
      }),
      startCursor: t.exposeString('startCursor', { nullable: true, description: "The first entry's cursor." }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: "The last entry's cursor: give it as `after` for the next page.",
      }),
    }),
  });
}
