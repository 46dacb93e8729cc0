import type { Builder } from '../builder.ts';
import { DuplicatePolicy, RequestedMode } from '../enums.ts';

/** StartImportInput and what it is made of. */
export function addStartImportInput(builder: Builder) {
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
      rows: t.field({ type: ['JSON'], description: 'Records inline, as a JSON array of objects, at most 10 MB.' }),
    }),
  });
  const mapping = builder.inputType('ColumnMappingInput', {
    description: 'Where a column goes.',
    fields: (t) => ({
      column: t.string({ required: true, description: "The source's column." }),
      field: t.string({ description: "The importer's field; null ignores the column." }),
    }),
  });
  const format = builder.inputType('SourceFormatInput', {
    description: 'What was detected wrongly, said right; what is absent is detected.',
    fields: (t) => ({
      encoding: t.string({ description: 'Such as utf-8 or windows-1252.' }),
      delimiter: t.string({ description: 'One character between cells.' }),
      quote: t.string({ description: 'One character around cells.' }),
      headerRow: t.int({ description: '1-based line of the header.' }),
      sheet: t.string({ description: "A spreadsheet's sheet." }),
      dateFormat: t.string({ description: 'As in Unicode (yyyy-MM-dd), where the importer has dates.' }),
    }),
  });
  return builder.inputType('StartImportInput', {
    description: 'What to import, and how.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that records are written to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'Where the rows come from.' }),
      format: t.field({ type: format, description: 'How to read the source, where detection errs.' }),
      mapping: t.field({
        type: [mapping],
        description:
          "Absent: the suggested one. Given: complete; a column that it does not name goes to the importer's catch-all.",
      }),
      options: t.field({ type: 'JSON', description: "The importer's own options, as its optionsSchema says." }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: "Absent: the importer's first policy." }),
      chunkSize: t.int({ description: "Rows of a chunk, within the importer's range." }),
      mode: t.field({ type: RequestedMode, description: 'AUTO when absent.' }),
      dryRun: t.boolean({
        description: 'Write nothing, and show what would be: in `counts`, `changes` and the failed rows.',
      }),
      maxErrorRate: t.float({
        description: 'Stop (status FAILED, nothing lost) when more than this share of the rows fails, 0 to 1.',
      }),
      idempotencyKey: t.string({
        description:
          'The same key with the same input gives the first import again; with other input, a ConflictError.',
      }),
    }),
  });
}
