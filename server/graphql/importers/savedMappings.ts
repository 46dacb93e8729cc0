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

/** A column mapping kept under a name, and what was said of the source's format with it. */
export function addSavedMapping(builder: Builder): void {
  builder.objectType('SavedMapping', {
    description: 'A column mapping that is kept under a name, and offered for sources with the same headers.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      name: t.exposeString('name', { description: 'What people call it: one of each name in a project and importer.' }),
      importer: t.exposeString('importerName', { description: 'The importer that it is for.' }),
      headers: t.stringList({
        description: 'The columns of the source that it was saved for.',
        resolve: ({ headers }) => [...headers],
      }),
      mapping: t.field({
        type: ['AppliedMapping'],
        description: "As startImport takes it. In an inspection it is in the source's own spelling of its columns.",
        resolve: ({ mapping }) => mapping,
      }),
      format: t.field({
        type: 'SourceFormat',
        description: 'What was said of the format, where detection erred.',
        resolve: ({ format }) => format,
      }),
      createdBy: t.exposeString('createdBy', { description: 'Who saved it first.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved first.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was saved last.' }),
    }),
  });
  builder.objectType('SourceFormat', {
    description: 'How a source is read; null where nothing was said, and it is detected, or where it has none.',
    fields: (t) => {
      const said = (name: 'encoding' | 'delimiter' | 'quote' | 'sheet' | 'dateFormat', description: string) =>
        t.string({ nullable: true, description, resolve: (format) => format[name] ?? null });
      return {
        encoding: said('encoding', 'Such as utf-8 or windows-1252.'),
        delimiter: said('delimiter', 'The character between cells.'),
        quote: said('quote', 'The character around cells; empty: none.'),
        headerRow: t.int({
          nullable: true,
          description: '1-based line of the header; 0: there is none.',
          resolve: ({ headerRow }) => headerRow ?? null,
        }),
        sheet: said('sheet', "The name of a spreadsheet's sheet."),
        dateFormat: said('dateFormat', 'How dates are written, as in Unicode.'),
      };
    },
  });
}

export function addSaveMappingResult(builder: Builder) {
  addSuccess(builder, 'SaveMappingSuccess', 'The mapping is kept.');
  return builder.unionType('SaveMappingResult', {
    description: 'What saveMapping answers with.',
    types: ['SaveMappingSuccess', 'InvalidInputError', 'NotFoundError', 'ForbiddenError', 'LimitExceededError'],
  });
}

export function addDeleteMappingResult(builder: Builder) {
  addSuccess(builder, 'DeleteMappingSuccess', 'The saved mapping is gone.');
  return builder.unionType('DeleteMappingResult', {
    description: 'What deleteMapping answers with.',
    types: ['DeleteMappingSuccess', 'NotFoundError', 'ForbiddenError'],
  });
}

function addSuccess(builder: Builder, name: 'SaveMappingSuccess' | 'DeleteMappingSuccess', description: string): void {
  builder.objectType(name, {
    description,
    fields: (t) => ({
      data: t.field({
        type: 'SavedMapping',
        description: 'The saved mapping: as it is now, or as it was.',
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
        "A project's saved mappings for an importer, by name, at most 500. None for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        importer: t.arg.string({ required: true, description: 'For which importer.' }),
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
    description: 'A mapping to keep under a name.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that keeps it.' }),
      importer: t.string({ required: true, description: 'The importer that it is for.' }),
      name: t.string({ required: true, description: 'What people call it: 1 to 200 characters.' }),
      headers: t.stringList({
        required: true,
        description: 'All columns of the source, as inspectSource gives them: files with the same are offered it.',
      }),
      mapping: t.field({ type: [mapping], required: true, description: 'As startImport takes it.' }),
      format: t.field({ type: format, description: 'What was said of the format, where detection erred.' }),
    }),
  });
  builder.mutationField('saveMapping', (t) =>
    t.field({
      type: result,
      description:
        'Keeps a mapping under its name, in place of one of the project and importer that has the name already. Takes an EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'What to keep.' }) },
      resolve: (_root, { input: given }, context) =>
        answer(async (): Promise<SaveMappingAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, given.projectId, 'EDITOR');
          const { format: said, mapping: columns, ...rest } = given;
          const saved = await context.engine.saveMapping(viewer.actor, {
            ...{ ...rest, mapping: mappingOf(columns) },
            ...(said ? { format: omitNull(said) } : {}),
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
      description: 'Takes a saved mapping away; imports that used it keep what they applied. Takes an EDITOR.',
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
