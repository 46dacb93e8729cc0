/** What came of one import, row by row and over time. */
export const resultsWords = {
  changes: {
    table: 'What each row changed',
    outcomes: 'Which changes',
    all: 'Created and updated',
    row: 'Row %{row}',
    record: 'Show record',
    same: 'Nothing changed',
    gone: 'one that is no longer there',
    nothing: 'nothing',
    none: 'No record was changed',
    none_found: 'No record has this outcome',
  },
  rows: {
    table: 'What became of each row',
    outcomes: 'Which rows',
    all: 'All',
    row: 'Row',
    outcome: 'Outcome',
    records: 'Records',
    none: 'No row has an outcome yet',
    none_found: 'No row has this outcome',
  },
  throughput: {
    title: 'Rows per second',
    text: '%{rows} rows in %{duration}: %{speed} rows a second on average',
    summary: '%{speed} rows/s on average over %{duration}',
  },
  resume: {
    title: 'Resume with another limit?',
    text: 'The import stopped because %{share} of its rows failed, more than the limit of %{limit}. What is done stays; it goes on at the next pending row.',
    limit: 'Go on until this share of the rows fails (%)',
    invalid: 'Give a number from 0 to 100.',
    confirm: 'Resume',
  },
  same_source: {
    text: 'The same bytes were imported before:',
    when: '%{name}, %{when}',
  },
  for_real: {
    button: 'Import these rows for real',
    hint: 'Takes the rows of this dry run, with the corrections made here, and writes them with the same options.',
    started: 'The import is started',
    result: 'This dry run wrote nothing. See under Changes what it would do.',
  },
};
