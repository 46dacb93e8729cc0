import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';
import { answer, type ErrorAnswer } from '../errors.ts';
import type { addSourceInputs } from '../imports/source.ts';
import { mappingOf } from '../imports/startImport.ts';
import { isUuid } from '../isUuid.ts';
import { omitNull } from '../omitNull.ts';
import type { ObjectShapes } from '../shapes.ts';
import { viewerOf } from '../viewerOf.ts';

export type SaveMappingAnswer = Answer<'SaveMappingSuccess'>;
export type DeleteMappingAnswer = Answer<'DeleteMappingSuccess'>;
type Answer<Name extends 'SaveMappingSuccess' | 'DeleteMappingSuccess'> =
  | ({ readonly __typename: Name } & ObjectShapes[Name])
  | ErrorAnswer;

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
      const textField = (name: 'encoding' | 'delimiter' | 'quote' | 'sheet' | 'dateFormat', description: string) =>
        t.string({ nullable: true, description, resolve: (format) => format[name] ?? null });
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
      };
    },
  });
}

export function addSaveMappingResult(builder: Builder) {
  addSuccess(builder, 'SaveMappingSuccess', 'The mapping is kept.');
  return builder.unionType('SaveMappingResult', {
    description: 'The result of saveMapping.',
    types: ['SaveMappingSuccess', 'InvalidInputError', 'NotFoundError', 'ForbiddenError', 'LimitExceededError'],
  });
}

export function addDeleteMappingResult(builder: Builder) {
  addSuccess(builder, 'DeleteMappingSuccess', 'The saved mapping is gone.');
  return builder.unionType('DeleteMappingResult', {
    description: 'The result of deleteMapping.',
    types: ['DeleteMappingSuccess', 'NotFoundError', 'ForbiddenError'],
  });
}

function addSuccess(builder: Builder, name: 'SaveMappingSuccess' | 'DeleteMappingSuccess', description: string): void {
  builder.objectType(name, {
    description,
    fields: (t) => ({
      data: t.field({
        type: 'SavedMapping',
        description: 'The saved mapping, or the mapping as it was before it was deleted.',
        resolve: ({ saved }) => saved,
      }),
    }),
  });
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
  { mapping, format }: ReturnType<typeof addSourceInputs>,
  result: ReturnType<typeof addSaveMappingResult>,
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
      format: t.field({ type: format, description: 'The format settings that override what was detected.' }),
    }),
  });
  builder.mutationField('saveMapping', (t) =>
    t.field({
      type: result,
      description:
        'Saves a mapping under its name. It replaces a mapping of the same project and importer that has this name. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The mapping to save.' }) },
      resolve: (_root, { input: given }, context) =>
        answer(async (): Promise<SaveMappingAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          const { format: givenFormat, mapping: columns, ...rest } = given;
          const saved = await context.engine.saveMapping(viewer.actor, {
            ...{ ...rest, mapping: mappingOf(columns) },
            ...(givenFormat ? { format: omitNull(givenFormat) } : {}),
          });
          return { __typename: 'SaveMappingSuccess', saved };
        }),
    }),
  );
}

export function addDeleteMapping(builder: Builder, result: ReturnType<typeof addDeleteMappingResult>): void {
  builder.mutationField('deleteMapping', (t) =>
    t.field({
      type: result,
      description: 'Deletes a saved mapping. Imports that used it keep what they applied. Requires EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The saved mapping's id." }) },
      resolve: (_root, { id }, context) =>
        answer(async (): Promise<DeleteMappingAnswer> => {
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
