import type { Builder } from '../builder.ts';

export function addTaxonomyFilter(builder: Builder) {
  return builder.inputType('TaxonomyFilter', {
    description: 'Which pages; what is said is all true of each.',
    fields: (t) => ({
      parentId: t.id({ description: 'Right below the page with this id, in their order.' }),
      rootsOnly: t.boolean({ description: 'Only pages without a parent: where a tree begins.' }),
      site: t.string({ description: 'Of this site, such as https://example.com.' }),
      search: t.string({ description: 'Part of the URL or of the title, in any case.' }),
    }),
  });
}
