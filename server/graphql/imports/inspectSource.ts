import { requireRole } from '../../auth/requireRole.ts';
import type { SourceReport } from '../../engine/model/requests.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import { addResult, type Result } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { addMappedRow, triedOf } from './mapping/previewMapping.ts';
import type { addSourceInputs } from './source.ts';
import { sourceOf } from './startImport.ts';

interface OfReport {
  readonly report: SourceReport;
}
type InspectSourceResult = Result<'InspectSourceSuccess', OfReport>;

/** What a source looks like before anything is imported, and how its columns would be mapped. */
export function addSourceInspection(builder: Builder): void {
  builder.objectType('SourceInspection', {
    description: 'A preview of the beginning of a source, before any of it is imported.',
    fields: (t) => ({
      sourceName: t.exposeString('sourceName', { description: "The source's name, such as the file's." }),
      sourceBytes: t.exposeFloat('sourceBytes', { nullable: true, description: 'The size; null if it has none.' }),
      kind: t.string({
        description: 'The format: csv, json, jsonl, xlsx or urls. More formats may be added.',
        resolve: ({ sourceFormat }) => sourceFormat.kind,
      }),
      encoding: t.string({
        nullable: true,
        description: 'The encoding; null if the source has no choice of encoding.',
        resolve: ({ sourceFormat }) => sourceFormat.dialect?.encoding ?? null,
      }),
      delimiter: t.string({
        nullable: true,
        description: 'The character between cells; null if there is none.',
        resolve: ({ sourceFormat }) => sourceFormat.dialect?.delimiter ?? null,
      }),
      quote: t.string({
        nullable: true,
        description: 'The character around cells; null if there is none.',
        resolve: ({ sourceFormat }) => sourceFormat.dialect?.quote ?? null,
      }),
      sheet: t.string({
        nullable: true,
        description: 'The sheet of a spreadsheet that is read; null for other sources.',
        resolve: ({ sourceFormat }) => sourceFormat.sheet?.name ?? null,
      }),
      sheets: t.stringList({ description: "A spreadsheet's sheets.", resolve: ({ sheets }) => [...sheets] }),
      headerRow: t.int({
        nullable: true,
        description:
          'The 1-based line (in a spreadsheet, row) of the header; 0 if the source has no header; null if it has no lines.',
        resolve: ({ sourceFormat: { dialect, sheet } }) =>
          sheet?.headerRow ?? (dialect ? (dialect.headerLine ?? 0) : null),
      }),
      dateFormat: t.string({
        nullable: true,
        description: 'The requested date format; null if none was given.',
        resolve: ({ sourceFormat }) => sourceFormat.dateFormat ?? null,
      }),
      locale: t.string({
        nullable: true,
        description: 'The requested locale; null if none was given.',
        resolve: ({ sourceFormat }) => sourceFormat.locale ?? null,
      }),
      headers: t.stringList({
        description: "The source's columns: unique, in its order.",
        resolve: ({ sourceFormat }) => [...sourceFormat.columns],
      }),
      columns: t.field({
        type: ['InspectedColumn'],
        description: 'The contents of each column in the first rows.',
        resolve: ({ columns }) => columns,
      }),
      sampleRows: t.field({
        type: ['JSON'],
        description: 'The first rows, at most 20: column name to original value.',
        resolve: ({ sampleRows }) => [...sampleRows],
      }),
      sampleDates: t.field({
        type: ['JSON'],
        description:
          'The dates in sampleRows, for an importer that takes dates: column name to the date, yyyy-MM-dd or ' +
          'yyyy-MM-ddTHH:mm:ss. Values that are not dates in the requested format or locale are not included.',
        resolve: ({ sampleDates }) => [...sampleDates],
      }),
      mappedRows: t.field({
        type: ['MappedRow'],
        description:
          'What the fields of sampleRows become, with their rules: by the requested mapping, else by the saved or the ' +
          'suggested one.',
        resolve: ({ mappedRows }) => [...mappedRows],
      }),
      estimatedRows: t.exposeInt('estimatedRows', {
        nullable: true,
        description: 'The estimated number of rows, from the size of the first rows; null if it cannot be estimated.',
      }),
      format: t.exposeString('format', {
        nullable: true,
        description: 'The known export format that the headers match, such as "Google Contacts".',
      }),
      suggestedMapping: t.field({
        type: ['ColumnMapping'],
        description: 'The suggested field of each column. Columns that would be ignored are not included.',
        resolve: ({ suggestedMapping }) =>
          suggestedMapping.flatMap(({ field, ...rest }) => (field === null ? [] : [{ ...rest, field }])),
      }),
      savedMapping: t.field({
        type: 'SavedMapping',
        nullable: true,
        description: 'The mapping that was last saved for a source with the same headers.',
        resolve: ({ savedMapping }) => savedMapping,
      }),
      warnings: t.field({
        type: ['ImportWarning'],
        description: 'Warnings, such as unusual headers, an uncertain encoding or ragged rows.',
        resolve: ({ warnings }) => warnings,
      }),
    }),
  });
  addMappedRow(builder);
  addColumns(builder);
}

function addColumns(builder: Builder): void {
  builder.objectType('InspectedColumn', {
    description: 'The contents of a column in the first rows (about 1,000).',
    fields: (t) => ({
      name: t.exposeString('name', { description: "The column's name." }),
      samples: t.stringList({
        description: 'The first distinct values, at most 5, truncated to 200 characters.',
        resolve: ({ samples }) => [...samples],
      }),
      filled: t.exposeInt('filled', { description: 'The number of those rows that have a value in this column.' }),
      values: t.field({
        type: ['ColumnValue'],
        description: 'All distinct values in those rows, most common first; empty if there are more than 50.',
        resolve: ({ values }) => values,
      }),
      dateFormats: t.field({
        type: ['DateReading'],
        description:
          'For an importer that takes dates: formats in which all values can be read as dates, most likely first. None is ' +
          'applied automatically. Empty if the values are not dates or need no format.',
        resolve: ({ dateFormats }) => dateFormats,
      }),
    }),
  });
  builder.objectType('DateReading', {
    description: 'A format in which all dates of a column can be read, such as the day before the month.',
    fields: (t) => ({
      format: t.exposeString('format', { description: 'The value for SourceFormatInput.dateFormat.' }),
      sample: t.exposeString('sample', { description: 'A value that the formats of the column read differently.' }),
      date: t.exposeString('date', { description: 'The value in this format: yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss.' }),
    }),
  });
  builder.objectType('ColumnValue', {
    description: 'A value of a column.',
    fields: (t) => ({
      value: t.exposeString('value', { description: 'The original text.' }),
      count: t.exposeInt('count', { description: 'The number of inspected rows that have this value.' }),
    }),
  });
  builder.objectType('ColumnMapping', {
    description: 'The suggested mapping of a column.',
    fields: (t) => ({
      column: t.exposeString('column', { description: "The source's column." }),
      field: t.exposeString('field', { description: "The importer's field, or its catch-all." }),
      confidence: t.exposeFloat('confidence', {
        description:
          'The confidence, 0 to 1: 1 for an exact name or a known export, 0 for a column that only the catch-all takes.',
      }),
    }),
  });
}

export function addInspectSource(
  builder: Builder,
  { source, format, mapping, rule }: ReturnType<typeof addSourceInputs>,
): void {
  const result = addResult<OfReport>(builder, 'InspectSource', {
    of: 'inspectSource',
    success: 'The source can be read.',
    // An inspection depends on no status, so it never conflicts.
    errors: ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'LimitExceededError'],
    data: (t) => t.field({ type: 'SourceInspection', description: 'The preview.', resolve: ({ report }) => report }),
  });
  const input = builder.inputType('InspectSourceInput', {
    description: 'The source to inspect, and the importer.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project to import to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'The source of the rows.' }),
      format: t.field({ type: format, description: 'How to read the source. Overrides what is detected.' }),
      mapping: t.field({ type: [mapping], description: 'A mapping to try on the first rows, see mappedRows.' }),
      fieldRules: t.field({ type: [rule], description: 'Rules of fields to try on the first rows.' }),
      options: t.field({ type: 'JSON', description: "The importer's own options, for mappedRows." }),
    }),
  });
  builder.mutationField('inspectSource', (t) =>
    t.field({
      type: result,
      description:
        'Inspects the beginning of a source: how it is read, what its columns contain and how they would be mapped. Writes nothing. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The source to inspect.' }) },
      resolve: (_root, { input: given }, context) =>
        toResult(async (): Promise<InspectSourceResult> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          // It may fetch from another server, and unpacks up to 16 MB.
          await context.limits.take('inspect', viewer.id);
          const report = await context.engine.inspectSource({
            ...{ projectId: given.projectId, importer: given.importer, source: await sourceOf(given.source) },
            ...(given.format ? { format: omitNull(given.format) } : {}),
            ...triedOf(given),
          });
          return { __typename: 'InspectSourceSuccess', report };
        }),
    }),
  );
}
