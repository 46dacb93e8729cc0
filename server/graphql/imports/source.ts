import type { Builder } from '../builder.ts';
import { addFieldRules } from './mapping/fieldRules.ts';

/** What startImport, inspectSource and saveMapping say of a source: where it is, how it is read and mapped. */
export function addSourceInputs(builder: Builder) {
  const { split, rule } = addFieldRules(builder);
  const source = builder.inputType('ImportSourceInput', {
    description: 'The source of the rows. Give exactly one of these fields.',
    isOneOf: true,
    fields: (t) => ({
      file: t.field({ type: 'File', description: 'A small file within this request.' }),
      uploadId: t.id({ description: 'The id of a finished resumable upload. You can use it until it expires.' }),
      importId: t.id({
        description:
          'The id of an earlier import whose rows to import, with the corrections made there. Use it to import the rows of a dry run.',
      }),
      url: t.string({
        description:
          'The http or https URL to fetch: a file (such as CSV or JSON, also gzipped), a sitemap or its index, or a feed. Credentials in the URL (https://user:password@...) are sent as Basic authentication.',
      }),
      rows: t.field({ type: ['JSON'], description: 'Records inline, as a JSON array of objects, at most 10 MB.' }),
    }),
  });
  const value = builder.inputType('ValueMappingInput', {
    description:
      'A replacement for a value. A cell matches by its exact text, else without surrounding white space and case.',
    fields: (t) => ({
      from: t.string({ required: true, description: 'The original text of the cell.' }),
      to: t.string({ description: 'The text to import instead; null for nothing, as if the cell were empty.' }),
    }),
  });
  const mapping = builder.inputType('ColumnMappingInput', {
    description: 'The mapping of a column.',
    fields: (t) => ({
      column: t.string({ required: true, description: "The source's column." }),
      field: t.string({ description: "The importer's field; null to ignore the column." }),
      values: t.field({
        type: [value],
        description: "Replacements for some of the column's values. The stored row keeps its original values.",
      }),
      split: t.field({ type: split, description: 'Divides the column among several fields; `field` is null then.' }),
    }),
  });
  const format = builder.inputType('SourceFormatInput', {
    description: 'Overrides what was detected. Absent fields are detected.',
    fields: (t) => ({
      encoding: t.string({ description: 'The encoding, such as utf-8 or windows-1252.' }),
      delimiter: t.string({ description: 'One ASCII character between cells; \\t is a tab.' }),
      quote: t.string({ description: 'One ASCII character around cells; empty for none.' }),
      headerRow: t.int({ description: '1-based line (in a spreadsheet, row) of the header; 0 if there is no header.' }),
      sheet: t.string({ description: "The name of a spreadsheet's sheet." }),
      dateFormat: t.string({
        description:
          'The format of dates for fields of the type date, in Unicode notation such as dd/MM/yyyy or d MMM yyyy. yyyy-MM-dd is always understood too.',
      }),
      locale: t.string({
        description:
          'The locale by which numbers and dates are written (BCP 47), such as de for 1.234,56 and 31.12.2026. If absent, ' +
          'numbers have a decimal point and no grouping, and dates are yyyy-MM-dd. dateFormat overrides it for dates.',
      }),
    }),
  });
  return { source, mapping, format, rule };
}
