/** Contacts, contact lists and the taxonomy, with the import history of each record. */
export const recordsTexts = {
  records: {
    facts: 'Details',
    history: 'Import history',
    untouched: 'No import history',
    row: 'row %{row}',
    named_by: 'The row named this record and changed nothing.',
    named_before: 'The row named this record.',
    undone_REVERSED: 'Undone with the import',
    undone_KEPT: 'Kept when the import was undone',
    undone_ERRORED: 'Couldn’t be undone with the import',
    undone_nothing: 'The import was undone later',
    id: 'ID',
    missing: 'Record not found',
    missing_hint: 'It may have been undone with its import, or it belongs to a project that you can’t see.',
  },
  export: {
    do: 'Export %{count}',
    progress: 'Exporting %{done} of %{total}…',
    cut: 'The file has the first %{most} of %{total}. Filter the list to export the rest.',
  },
};
