import type { Builder } from '../builder.ts';
import type { ErrorAnswer } from '../errors.ts';
import type { ObjectShapes } from './shapes.ts';

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
