/** Words that pages of every area share. */
export const commonWords = {
  live: {
    live: 'Live',
    connecting: 'Connecting…',
    lost: 'Connection lost, reconnecting…',
    lost_hint: 'What you see may be out of date. It catches up by itself.',
  },
  project: {
    switch: 'Project',
    none: 'You are in no project yet',
    none_hint: 'Ask an administrator to add you to one.',
  },
  error: {
    title: 'This could not be loaded',
    unreachable: 'The server does not answer. Check your connection, then try again.',
    retry: 'Try again',
    crash: 'Something on this page broke',
    crash_hint: 'Load it anew. Imports go on whether or not anybody watches.',
    reload: 'Reload',
  },
  paging: {
    label: 'Pages',
    range: '%{from}–%{to} of %{total}',
    previous: 'Previous page',
    next: 'Next page',
  },
  confirm: {
    keep: 'Keep as it is',
  },
  when: {
    now: 'just now',
    never: '—',
  },
  duration: {
    seconds: '%{s} s',
    minutes: '%{m} min %{s} s',
    hours: '%{h} h %{m} min',
    under: 'under a second',
  },
  status: {
    QUEUED: 'Queued',
    RUNNING: 'Running',
    PAUSED: 'Paused',
    CANCELLED: 'Cancelled',
    COMPLETED: 'Completed',
    COMPLETED_WITH_ERRORS: 'Completed with errors',
    FAILED: 'Failed',
    UNDOING: 'Undoing',
    UNDONE: 'Undone',
  },
  outcome: {
    total: 'Rows',
    created: 'Created',
    updated: 'Updated',
    unchanged: 'Unchanged',
    skipped: 'Skipped',
    failed: 'Failed',
    discarded: 'Discarded',
    pending: 'Pending',
    bar: 'What became of the rows',
  },
  duplicates: {
    SKIP: { name: 'Leave it as it is', text: 'The row is skipped. Only rows that match nothing are added.' },
    UPDATE: {
      name: 'Overwrite it',
      text: 'Values of the row replace those of the record. Empty cells change nothing.',
    },
    ENRICH: { name: 'Fill its gaps', text: 'Only fields that are empty in the record take a value from the row.' },
    FAIL: { name: 'Hold the row back', text: 'The row becomes a failed row, for you to decide on later.' },
  },
};
