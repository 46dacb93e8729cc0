/** The words of taxonomy in English, put together with those of the other parts of the console. */
export const taxonomyTexts = {
  importers: {
    taxonomy: 'Taxonomy',
  },
  wizard: {
    importer_texts: {
      taxonomy: 'Web pages by their URLs, as a tree.',
    },
    drop_hints: {
      taxonomy:
        'A list of URLs (.txt), a sitemap (.xml), CSV, TSV, Excel (.xlsx) or JSON, also compressed as .gz. You can pause and resume large uploads.',
    },
  },
  fields: {
    taxonomy: {
      url: 'URL',
      title: 'Title',
      description: 'Description',
      position: 'Position',
      metadata: 'Further details',
    },
  },
  options: {
    trackingParameters: {
      label: 'URL parameters to remove',
      text: 'Tracking parameters that say where a visitor came from, not which page it is. Enter one per line. An asterisk at the end matches anything. Always use the same parameters for a site.',
    },
    deepPath: {
      label: 'Warn about deep paths',
      text: 'Paths with more segments than this get a warning.',
    },
  },
  taxonomy: {
    title: 'Taxonomy',
    all: 'Whole taxonomy',
    subtitle: 'The pages of your sites, arranged by their URLs',
    tree: 'Pages, from the home pages down',
    search: 'Search by URL or title',
    in_tree: 'Show in the tree',
    loading: 'Loading…',
    failed: 'Couldn’t load. Press Enter to try again.',
    below: '%{pages} page below |||| %{pages} pages below',
    count_below: 'Pages below',
    hint: 'Use the arrow keys to move and open, and Enter to show a page.',
    page: 'Page',
    path: 'Location',
    none: 'No pages yet',
    none_hint: 'Import a list of URLs with the taxonomy importer to see its hierarchy here.',
    none_found: 'No matching pages',
    url: 'URL',
    site: 'Site',
    slug: 'Slug',
    depth: 'Depth',
    position: 'Position',
    description: 'Description',
    parents: 'Parent pages',
    updated: 'Last changed',
  },
};
