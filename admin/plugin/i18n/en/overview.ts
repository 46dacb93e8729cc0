/** The overview, the first page of the console. */
export const overviewTexts = {
  overview: {
    title: 'Overview',
    subtitle: 'Running imports and the last %{days} days. Dry runs are shown only while they run.',
    figures: 'Statistics',
    now: 'Running now',
    imports: 'Imports',
    rows: 'Rows',
    error_rate: 'Error rate',
    running: 'Running now',
    none_running: 'No imports are running.',
    failed: 'Recent failures',
    all: 'All %{count}',
    none_failed: 'No failures.',
    chart: 'Rows per day',
    chart_text: '%{rows} rows in %{days} days, by day and outcome',
    no_rows: 'No rows were imported in this period.',
  },
};
