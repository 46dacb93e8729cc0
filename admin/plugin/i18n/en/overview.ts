/** The overview, which is where one begins. */
export const overviewWords = {
  overview: {
    title: 'Overview',
    subtitle: 'What runs now, and how the last %{days} days went. Dry runs are shown only while they run.',
    figures: 'In numbers',
    now: 'Running now',
    imports: 'Imports',
    rows: 'Rows',
    error_rate: 'Error rate',
    running: 'Running now',
    none_running: 'Nothing is running.',
    failed: 'Last failures',
    all: 'All %{count}',
    none_failed: 'Nothing has failed.',
    chart: 'Rows a day',
    chart_text: '%{rows} rows in %{days} days, by day and by what became of them',
    no_rows: 'No rows were imported in these days.',
  },
};
