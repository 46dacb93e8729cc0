import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import type { SavedMapping } from '../../engine/model/savedMapping.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import { fieldRulesOf } from '../imports/mapping/fieldRules.ts';
import type { addSourceInputs } from '../imports/source.ts';
import { mappingOf } from '../imports/startImport.ts';
import { omitNull } from '../omitNull.ts';
import { addResult, type Result, type ResultFields } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';

interface OfSavedMapping {
  readonly saved: SavedMapping;
}
type SaveMappingResult = Result<'SaveMappingSuccess', OfSavedMapping>;
type DeleteMappingResult = Result<'DeleteMappingSuccess', OfSavedMapping>;

/** A column mapping saved under a name, with its format settings. */
export function addSavedMapping(builder: Builder): void {
  builder.objectType('SavedMapping', {
    description: 'A column mapping that is saved under a name and suggested for sources with the same headers.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      name: t.exposeString('name', { description: 'The name, unique in a project and importer.' }),
      importer: t.exposeString('importerName', { description: 'The importer that the mapping is for.' }),
      headers: t.stringList({
        description: 'The columns of the source that the mapping was saved for.',
        resolve: ({ headers }) => [...headers],
      }),
      mapping: t.field({
        type: ['AppliedMapping'],
        description:
          "The mapping, as startImport takes it. An inspection returns it with the source's own spelling of the columns.",
        resolve: ({ mapping }) => mapping,
      }),
      fieldRules: t.field({
        type: ['FieldRule'],
        description: 'What fields get beside the cells of their columns, as startImport takes it.',
        resolve: ({ fieldRules }) => fieldRules,
      }),
      format: t.field({
        type: 'SourceFormat',
        description: 'The format settings that override what was detected.',
        resolve: ({ format }) => format,
      }),
      createdBy: t.exposeString('createdBy', { description: 'The actor who first saved the mapping.' }),
      createdAt: t.expose('createdAt', {
        type: 'DateTime',
        description: 'The time at which the mapping was first saved.',
      }),
      updatedAt: t.expose('updatedAt', {
        type: 'DateTime',
        description: 'The time at which the mapping was last saved.',
      }),
    }),
  });
  builder.objectType('SourceFormat', {
    description: 'How a source is read. A field is null if it is detected or if the source has none.',
    fields: (t) => {
      const textField = (
        name: 'encoding' | 'delimiter' | 'quote' | 'sheet' | 'dateFormat' | 'locale',
        description: string,
      ) => t.string({ nullable: true, description, resolve: (format) => format[name] ?? null });
      return {
        encoding: textField('encoding', 'The encoding, such as utf-8 or windows-1252.'),
        delimiter: textField('delimiter', 'The character between cells.'),
        quote: textField('quote', 'The character around cells; empty for none.'),
        headerRow: t.int({
          nullable: true,
          description: '1-based line of the header, or 0 if there is no header.',
          resolve: ({ headerRow }) => headerRow ?? null,
        }),
        sheet: textField('sheet', "The name of a spreadsheet's sheet."),
        dateFormat: textField('dateFormat', 'How dates are written, as in Unicode.'),
        locale: textField('locale', 'The locale by which numbers and dates are written, such as de.'),
      };
    },
  });
}

export function addSavedMappingResults(builder: Builder) {
  const data = (t: ResultFields<OfSavedMapping>) =>
    t.field({
      type: 'SavedMapping',
      description: 'The saved mapping, or the mapping as it was before it was deleted.',
      resolve: ({ saved }) => saved,
    });
  const saveMapping = addResult<OfSavedMapping>(builder, 'SaveMapping', {
    of: 'saveMapping',
    success: 'The mapping is kept.',
    errors: ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'LimitExceededError'],
    data,
  });
  const deleteMapping = addResult<OfSavedMapping>(builder, 'DeleteMapping', {
    of: 'deleteMapping',
    success: 'The saved mapping is gone.',
    errors: ['NotFoundError', 'ForbiddenError'],
    data,
  });
  return { saveMapping, deleteMapping };
}

export function addSavedMappingsQuery(builder: Builder): void {
  builder.queryField('savedMappings', (t) =>
    t.field({
      type: ['SavedMapping'],
      description:
        "A project's saved mappings for an importer, by name, at most 500. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        importer: t.arg.string({ required: true, description: "The importer's name." }),
      },
      resolve: (_root, { projectId, importer }, context) =>
        viewerOf(context).roleIn(projectId) === null ? [] : context.engine.savedMappings(projectId, importer),
    }),
  );
}

export function addSaveMapping(
  builder: Builder,
  { mapping, format, rule }: ReturnType<typeof addSourceInputs>,
  results: ReturnType<typeof addSavedMappingResults>,
): void {
  const input = builder.inputType('SaveMappingInput', {
    description: 'A mapping to save under a name.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that the mapping belongs to.' }),
      importer: t.string({ required: true, description: 'The importer that the mapping is for.' }),
      name: t.string({ required: true, description: 'The name, 1 to 200 characters.' }),
      headers: t.stringList({
        required: true,
        description:
          'All columns of the source, as inspectSource returns them. The mapping is suggested for files with the same columns.',
      }),
      mapping: t.field({ type: [mapping], required: true, description: 'The mapping, as startImport takes it.' }),
      fieldRules: t.field({ type: [rule], description: 'The rules of fields, as startImport takes them.' }),
      format: t.field({ type: format, description: 'The format settings that override what was detected.' }),
    }),
  });
  builder.mutationField('saveMapping', (t) =>
    t.field({
      type: results.saveMapping,
      description:
        'Saves a mapping under its name. It replaces a mapping of the same project and importer that has this name. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The mapping to save.' }) },
      resolve: (_root, { input: given }, context) =>
        toResult(async (): Promise<SaveMappingResult> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          const { format: givenFormat, mapping: columns, fieldRules, ...rest } = given;
          const saved = await context.engine.saveMapping(viewer.actor, {
            ...{ ...rest, mapping: mappingOf(columns), fieldRules: fieldRulesOf(fieldRules ?? []) },
            ...(givenFormat ? { format: omitNull(givenFormat) } : {}),
          });
          return { __typename: 'SaveMappingSuccess', saved };
        }),
    }),
  );
}

export function addDeleteMapping(builder: Builder, results: ReturnType<typeof addSavedMappingResults>): void {
  builder.mutationField('deleteMapping', (t) =>
    t.field({
      type: results.deleteMapping,
      description: 'Deletes a saved mapping. Imports that used it keep what they applied. Requires EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The saved mapping's id." }) },
      resolve: (_root, { id }, context) =>
        toResult(async (): Promise<DeleteMappingResult> => {
          const viewer = viewerOf(context);
          const saved = isUuid(id) ? await context.engine.savedMapping(id) : null;
          if (!saved || viewer.roleIn(saved.projectId) === null) {
            throw new NotFound(message('NO_MAPPING', { id }));
          }
          requireRole(viewer, saved.projectId, 'EDITOR');
          return { __typename: 'DeleteMappingSuccess', saved: await context.engine.deleteMapping(id) };
        }),
    }),
  );
}
