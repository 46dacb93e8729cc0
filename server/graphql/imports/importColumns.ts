import { messageText } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';

/** What an import says of its source's columns: how they are mapped, and what is odd about them. */
export function addImportColumns(builder: Builder): void {
  builder.objectType('AppliedMapping', {
    description: 'Where a column goes.',
    fields: (t) => ({
      column: t.exposeString('column', { description: "The source's column." }),
      field: t.exposeString('field', { nullable: true, description: "The importer's field; null: it is ignored." }),
      values: t.field({
        type: ['ValueMapping'],
        description: 'What is imported in place of some of its values.',
        resolve: ({ values }) => values ?? [],
      }),
    }),
  });
  builder.objectType('ValueMapping', {
    description: 'What is imported in place of a value of a column.',
    fields: (t) => ({
      from: t.exposeString('from', { description: "The cell's text, as it came." }),
      to: t.exposeString('to', { nullable: true, description: 'The text that is imported instead; null: nothing.' }),
    }),
  });
  builder.objectType('ImportWarning', {
    description: 'Something that is worth a look and stops nothing.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable, for a client to translate.' }),
      params: t.field({
        type: 'JSON',
        description: 'What the sentence of this code names.',
        resolve: ({ params }) => params ?? {},
      }),
      message: t.string({ description: 'English words.', resolve: (warning) => messageText(warning) }),
      column: t.string({
        nullable: true,
        description: 'The column that it is about, where it is about one.',
        // An empty column's name is what the table keeps for none, since a key's part cannot be null.
        resolve: (warning) => warning.column || null,
      }),
      count: t.int({ nullable: true, description: 'How often it was met.', resolve: ({ count }) => count ?? null }),
    }),
  });
}
