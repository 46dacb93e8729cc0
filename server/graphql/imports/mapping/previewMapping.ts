import { requireRole } from '../../../auth/requireRole.ts';
import type { InspectSource, MappedRow } from '../../../engine/model/requests.ts';
import type { Builder } from '../../builder.ts';
import { toResult } from '../../errors.ts';
import { omitNull } from '../../omitNull.ts';
import { addResult, type Result } from '../../results.ts';
import { viewerOf } from '../../viewerOf.ts';
import type { addSourceInputs } from '../source.ts';
import { mappingOf } from '../startImport.ts';
import { fieldRulesOf } from './fieldRules.ts';

interface OfRows {
  readonly rows: readonly MappedRow[];
}
type PreviewMappingResult = Result<'PreviewMappingSuccess', OfRows>;
type Inputs = ReturnType<typeof addSourceInputs>;

/** What a row's fields become by a mapping. */
export function addMappedRow(builder: Builder): void {
  builder.objectType('MappedRow', {
    description: 'The fields of a row, as the importer would get them.',
    fields: (t) => ({
      values: t.field({
        type: 'JSON',
        description: 'Field to value. Fields without a value are not included.',
        resolve: ({ values }) => values,
      }),
      errors: t.field({
        type: ['RowError'],
        description: 'What is wrong with the fields of the row.',
        resolve: ({ errors }) =>
          errors.map(({ field, column, value, ...reason }) => ({
            ...reason,
            ...{ field: field ?? null, column: column ?? null, value: value ?? null },
          })),
      }),
    }),
  });
}

interface TriedGiven {
  readonly mapping?: Parameters<typeof mappingOf>[0] | null | undefined;
  readonly fieldRules?: Parameters<typeof fieldRulesOf>[0] | null | undefined;
  readonly options?: InspectSource['options'] | null;
}

/** A mapping of the API that is tried on rows. */
export function triedOf({
  mapping,
  fieldRules,
  options,
}: TriedGiven): Pick<InspectSource, 'mapping' | 'fieldRules' | 'options'> {
  return {
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
    ...(fieldRules ? { fieldRules: fieldRulesOf(fieldRules) } : {}),
    ...(options == null ? {} : { options }),
  };
}

/** Tries a mapping on rows that the client has, so that each change of it needs no look at the source. */
export function addPreviewMapping(builder: Builder, { mapping, format, rule }: Inputs): void {
  const result = addResult<OfRows>(builder, 'PreviewMapping', {
    of: 'previewMapping',
    success: 'The rows by the mapping.',
    errors: ['InvalidInputError', 'ForbiddenError'],
    data: (t) => t.field({ type: ['MappedRow'], description: 'One for each row.', resolve: ({ rows }) => [...rows] }),
  });
  const input = builder.inputType('PreviewMappingInput', {
    description: 'A mapping, and rows to try it on.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project to import to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      columns: t.stringList({ required: true, description: "The source's columns, as inspectSource returns them." }),
      rows: t.field({
        type: ['JSON'],
        required: true,
        description: 'Rows as in sampleRows: column name to value, at most 20.',
      }),
      mapping: t.field({ type: [mapping], required: true, description: 'The mapping, as startImport takes it.' }),
      fieldRules: t.field({ type: [rule], description: 'The rules of fields, as startImport takes them.' }),
      format: t.field({ type: format, description: 'Its locale and date format apply.' }),
      options: t.field({ type: 'JSON', description: "The importer's own options." }),
    }),
  });
  builder.mutationField('previewMapping', (t) =>
    t.field({
      type: result,
      description:
        'Shows what the fields of some rows become by a mapping and its rules. Reads no source and writes nothing. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The mapping and the rows.' }) },
      resolve: (_root, { input: given }, context) =>
        toResult(async (): Promise<PreviewMappingResult> => {
          requireRole(viewerOf(context), given.projectId, 'EDITOR');
          const { importer, columns, rows, format: reading } = given;
          const tried = { mapping: [], fieldRules: [], ...triedOf(given) };
          const preview = context.engine.previewMapping({
            ...{ importer, columns, rows, ...tried },
            ...(reading ? { format: omitNull(reading) } : {}),
          });
          return { __typename: 'PreviewMappingSuccess', rows: preview };
        }),
    }),
  );
}
