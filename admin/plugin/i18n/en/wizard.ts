/** Starting an import. */
export const wizardWords = {
  create: {
    title: 'New import',
    subtitle: 'Good rows are imported, bad rows are kept with the reason. Nothing is lost.',
    back: 'All imports',
    importer: 'What are you importing?',
    importer_limit: 'up to %{rows} rows',
    file: 'Your file',
    drop: 'Drop a CSV file here, or choose one',
    drop_active: 'Drop it to choose it',
    drop_hint:
      'Comma, semicolon, tab or pipe. The first row names the columns. Larger files are uploaded in resumable pieces.',
    choose: 'Choose file',
    replace: 'Choose another',
    remove: 'Remove file',
    sample: 'Try a sample',
    sample_hint: '40 contacts, a dozen of which fail on purpose',
    fields: 'Recognised by their headers: %{fields}',
    more_fields: 'and %{smart_count} more field. |||| and %{smart_count} more fields.',
    duplicates: 'When a row matches a record that is already there',
    start: 'Start import',
    need_file: 'Choose a file first',
    starting: 'Starting the import…',
    uploading: 'Uploading %{name}',
    uploaded: '%{sent} of %{total}',
    cancel_upload: 'Cancel upload',
    refused: 'The import was not started',
    viewer_only:
      'You may look at imports of this project, but not start any. Ask an administrator for the role of an editor.',
    no_importers: 'No importer is registered on this server.',
  },
};
