/** The history of imports. */
export const historyWords = {
  list: {
    name: 'Import |||| Imports',
    title: 'Imports',
    subtitle: 'Every import of this project, newest first. Running ones stay current while you watch.',
    new: 'New import',
    source: 'Source',
    status: 'Status',
    progress: 'Progress',
    rows: 'Rows',
    failed: 'Failed',
    by: 'Started by',
    when: 'Started',
    sort: 'Sort by %{column}',
    dry_run: 'Dry run',
    percent_of: 'Progress of %{name}',
    filter: 'Show',
    filter_all: 'All',
    filter_active: 'In progress',
    filter_attention: 'Needs attention',
    filter_done: 'Completed',
    empty: 'Nothing has been imported here yet',
    empty_hint:
      'Upload a CSV file, or try the sample: a dozen of its rows fail on purpose, so that you see what happens.',
    none_found: 'No import matches this filter',
    done_of: '%{done} of %{total}',
  },
};
