import { messageText } from '../../../messages/catalogue.ts';
import type { Builder } from '../../builder.ts';

/** What an import says of its source's columns: how they are mapped, and what is odd about them. */
export function addImportColumns(builder: Builder): void {
  builder.objectType('AppliedMapping', {
    description: 'The mapping of a column.',
    fields: (t) => ({
      column: t.exposeString('column', { description: "The source's column." }),
      field: t.exposeString('field', {
        nullable: true,
        description: "The importer's field; null if the column is ignored.",
      }),
      values: t.field({
        type: ['ValueMapping'],
        description: "Replacements for some of the column's values.",
        resolve: ({ values }) => values ?? [],
      }),
      split: t.field({
        type: 'ColumnSplit',
        nullable: true,
        description: 'How the column is divided among several fields; `field` is null then.',
        resolve: ({ split }) => split ?? null,
      }),
    }),
  });
  builder.objectType('ValueMapping', {
    description: 'A replacement for a value of a column.',
    fields: (t) => ({
      from: t.exposeString('from', { description: 'The original text of the cell.' }),
      to: t.exposeString('to', { nullable: true, description: 'The text to import instead; null for an empty value.' }),
    }),
  });
  builder.objectType('ImportWarning', {
    description: 'A warning. It does not stop the import.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'A stable code that a client can translate.' }),
      params: t.field({
        type: 'JSON',
        description: 'What the sentence of this code names.',
        resolve: ({ params }) => params ?? {},
      }),
      message: t.string({ description: 'An English message.', resolve: (warning) => messageText(warning) }),
      column: t.string({
        nullable: true,
        description: 'The column that the warning is about, if any.',
        // An empty column's name is what the table keeps for none, since a key's part cannot be null.
        resolve: (warning) => warning.column || null,
      }),
      count: t.int({
        nullable: true,
        description: 'The number of occurrences.',
        resolve: ({ count }) => count ?? null,
      }),
    }),
  });
}
