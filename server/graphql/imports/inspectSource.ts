import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { answer, type ErrorAnswer } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import type { ObjectShapes } from '../shapes.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addSourceInputs } from './source.ts';
import { sourceOf } from './startImport.ts';

export type InspectSourceAnswer =
  | ({ readonly __typename: 'InspectSourceSuccess' } & ObjectShapes['InspectSourceSuccess'])
  | ErrorAnswer;

/** What a source looks like before anything is imported, and how its columns would be mapped. */
export function addSourceInspection(builder: Builder): void {
  builder.objectType('SourceInspection', {
    description: 'What the beginning of a source looks like, before anything of it is imported.',
    fields: (t) => ({
      sourceName: t.exposeString('sourceName', { description: "The source's name, such as the file's." }),
      sourceBytes: t.exposeFloat('sourceBytes', { nullable: true, description: 'Its size; null where it has none.' }),
      kind: t.string({
        description: 'What it is read as: csv, json, jsonl, xlsx, urls; a source of a later kind has another name.',
        resolve: ({ sourceFormat }) => sourceFormat.kind,
      }),
      encoding: t.string({
        nullable: true,
        description: 'The encoding that it is read in; null where it has none to choose.',
        resolve: ({ sourceFormat }) => sourceFormat.dialect?.encoding ?? null,
      }),
      delimiter: t.string({
        nullable: true,
        description: 'The character between cells; null where there is none.',
        resolve: ({ sourceFormat }) => sourceFormat.dialect?.delimiter ?? null,
      }),
      quote: t.string({
        nullable: true,
        description: 'The character around cells; null where there is none.',
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
          'The 1-based line (row, of a spreadsheet) that is taken for the header; 0: the source has none; null where a source has no lines.',
        resolve: ({ sourceFormat: { dialect, sheet } }) =>
          sheet?.headerRow ?? (dialect ? (dialect.headerLine ?? 0) : null),
      }),
      dateFormat: t.string({
        nullable: true,
        description: 'The date format that was said; null: none was.',
        resolve: ({ sourceFormat }) => sourceFormat.dateFormat ?? null,
      }),
      headers: t.stringList({
        description: "The source's columns: unique, in its order.",
        resolve: ({ sourceFormat }) => [...sourceFormat.columns],
      }),
      columns: t.field({
        type: ['InspectedColumn'],
        description: 'What the first rows have in each column.',
        resolve: ({ columns }) => columns,
      }),
      sampleRows: t.field({
        type: ['JSON'],
        description: 'The first rows, at most 20: column name to value, as it came.',
        resolve: ({ sampleRows }) => [...sampleRows],
      }),
      sampleDates: t.field({
        type: ['JSON'],
        description:
          'Beside sampleRows, for an importer that takes dates: column name to what its value is read as, yyyy-MM-dd or ' +
          'yyyy-MM-ddTHH:mm:ss. A value that is no date by the format that was said is not in it.',
        resolve: ({ sampleDates }) => [...sampleDates],
      }),
      estimatedRows: t.exposeInt('estimatedRows', {
        nullable: true,
        description: 'About how many rows it has, by the bytes of the first ones; null where nothing tells.',
      }),
      format: t.exposeString('format', {
        nullable: true,
        description: 'The known export that its headers are of, such as "Google Contacts".',
      }),
      suggestedMapping: t.field({
        type: ['ColumnMapping'],
        description: 'Which column would go to which field. Columns that would be ignored are left out.',
        resolve: ({ suggestedMapping }) =>
          suggestedMapping.flatMap(({ field, ...rest }) => (field === null ? [] : [{ ...rest, field }])),
      }),
      savedMapping: t.field({
        type: 'SavedMapping',
        nullable: true,
        description: 'The mapping that was saved last for a source with the same headers.',
        resolve: ({ savedMapping }) => savedMapping,
      }),
      warnings: t.field({
        type: ['ImportWarning'],
        description: 'What is worth a look: odd headers, an encoding in doubt, ragged rows.',
        resolve: ({ warnings }) => warnings,
      }),
    }),
  });
  addColumns(builder);
}

function addColumns(builder: Builder): void {
  builder.objectType('InspectedColumn', {
    description: 'What the first rows (1,000 or so) have in a column.',
    fields: (t) => ({
      name: t.exposeString('name', { description: "The column's name." }),
      samples: t.stringList({
        description: 'Its first different values, at most 5, cut to 200 characters.',
        resolve: ({ samples }) => [...samples],
      }),
      filled: t.exposeInt('filled', { description: 'How many of those rows have a value here.' }),
      values: t.field({
        type: ['ColumnValue'],
        description: 'All its values in those rows, commonest first; none where they are more than 50.',
        resolve: ({ values }) => values,
      }),
      dateFormats: t.field({
        type: ['DateReading'],
        description:
          'For an importer that takes dates: ways in which all its values can be read as dates, likeliest first. None is ' +
          'taken by itself. Empty where the values are no dates, or need no format.',
        resolve: ({ dateFormats }) => dateFormats,
      }),
    }),
  });
  builder.objectType('DateReading', {
    description: 'A way in which all dates of a column can be read, such as the day before the month.',
    fields: (t) => ({
      format: t.exposeString('format', { description: 'To be said as SourceFormatInput.dateFormat.' }),
      sample: t.exposeString('sample', { description: 'A value that the ways of the column read differently.' }),
      date: t.exposeString('date', { description: 'What it is then: yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss.' }),
    }),
  });
  builder.objectType('ColumnValue', {
    description: 'A value of a column.',
    fields: (t) => ({
      value: t.exposeString('value', { description: 'As it came.' }),
      count: t.exposeInt('count', { description: 'How many of the rows looked at have it.' }),
    }),
  });
  builder.objectType('ColumnMapping', {
    description: 'Where a column would go.',
    fields: (t) => ({
      column: t.exposeString('column', { description: "The source's column." }),
      field: t.exposeString('field', { description: "The importer's field, or its catch-all." }),
      confidence: t.exposeFloat('confidence', {
        description: '0 to 1: 1 for an exact name or a known export, 0 for what is only left to the catch-all.',
      }),
    }),
  });
}

/** The union that inspectSource answers with. It depends on no status, so it lacks the error of that. */
export function addInspectSourceResult(builder: Builder) {
  builder.objectType('InspectSourceSuccess', {
    description: 'The source can be read.',
    fields: (t) => ({
      data: t.field({
        type: 'SourceInspection',
        description: 'What it looks like.',
        resolve: ({ report }) => report,
      }),
    }),
  });
  return builder.unionType('InspectSourceResult', {
    description: 'What inspectSource answers with.',
    types: ['InspectSourceSuccess', 'InvalidInputError', 'NotFoundError', 'ForbiddenError', 'LimitExceededError'],
  });
}

export function addInspectSource(
  builder: Builder,
  { source, format }: ReturnType<typeof addSourceInputs>,
  result: ReturnType<typeof addInspectSourceResult>,
): void {
  const input = builder.inputType('InspectSourceInput', {
    description: 'Which source to look at, and for which importer.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that it would be imported to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'Where the rows come from.' }),
      format: t.field({ type: format, description: 'How to read the source, where detection errs.' }),
    }),
  });
  builder.mutationField('inspectSource', (t) =>
    t.field({
      type: result,
      description:
        'Looks at the beginning of a source: how it is read, what its columns hold and how they would be mapped. Takes an EDITOR. Writes nothing.',
      args: { input: t.arg({ type: input, required: true, description: 'Which source.' }) },
      resolve: (_root, { input: given }, context) =>
        answer(async (): Promise<InspectSourceAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          // It may fetch from another server, and unpacks up to 16 MB.
          await context.limits.take('inspect', viewer.id);
          const report = await context.engine.inspectSource({
            ...{ projectId: given.projectId, importer: given.importer, source: await sourceOf(given.source) },
            ...(given.format ? { format: omitNull(given.format) } : {}),
          });
          return { __typename: 'InspectSourceSuccess', report };
        }),
    }),
  );
}
