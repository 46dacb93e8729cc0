import type { Builder } from '../builder.ts';

/** What startImport, inspectSource and saveMapping say of a source: where it is, how it is read and mapped. */
export function addSourceInputs(builder: Builder) {
  const source = builder.inputType('ImportSourceInput', {
    description: 'Where the rows come from: exactly one of these.',
    isOneOf: true,
    fields: (t) => ({
      file: t.field({ type: 'File', description: 'A small file in this very request.' }),
      uploadId: t.id({ description: 'The id of a finished resumable upload; it serves until it expires.' }),
      importId: t.id({
        description:
          'The rows of an earlier import as they were read, with the corrections made there: the way from a dry run to the import.',
      }),
      url: t.string({
        description:
          'What to fetch, over http or https: a file (CSV, JSON and the like; gzip too), a sitemap or its index, or a feed. Credentials in it (https://user:password@...) go as Basic authentication.',
      }),
      rows: t.field({ type: ['JSON'], description: 'Records inline, as a JSON array of objects, at most 10 MB.' }),
    }),
  });
  const value = builder.inputType('ValueMappingInput', {
    description:
      'What is imported in place of a value. A cell is found by its exact text, else without outer white space and case.',
    fields: (t) => ({
      from: t.string({ required: true, description: "The cell's text, as it came." }),
      to: t.string({ description: 'The text that is imported instead; null: nothing, as if the cell were empty.' }),
    }),
  });
  const mapping = builder.inputType('ColumnMappingInput', {
    description: 'Where a column goes.',
    fields: (t) => ({
      column: t.string({ required: true, description: "The source's column." }),
      field: t.string({ description: "The importer's field; null ignores the column." }),
      values: t.field({
        type: [value],
        description: 'What is imported in place of some of its values; the row itself stays as it came.',
      }),
    }),
  });
  const format = builder.inputType('SourceFormatInput', {
    description: 'What was detected wrongly, said right; what is absent is detected.',
    fields: (t) => ({
      encoding: t.string({ description: 'Such as utf-8 or windows-1252.' }),
      delimiter: t.string({ description: 'One ASCII character between cells; \\t is a tab.' }),
      quote: t.string({ description: 'One ASCII character around cells; empty: none.' }),
      headerRow: t.int({ description: '1-based line of the header (row, of a spreadsheet); 0: there is none.' }),
      sheet: t.string({ description: "The name of a spreadsheet's sheet." }),
      dateFormat: t.string({
        description:
          'How dates are written, as in Unicode: dd/MM/yyyy, d MMM yyyy. yyyy-MM-dd is understood beside it. For fields of the type date.',
      }),
    }),
  });
  return { source, mapping, format };
}
