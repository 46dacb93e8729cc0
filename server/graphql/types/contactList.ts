import type { Builder } from '../builder.ts';
import type { ContactListShape } from '../store/readContactLists.ts';
import { addConnection } from './connection.ts';

/** ContactList and the list of them. */
export function addContactList(builder: Builder) {
  const list = builder.objectRef<ContactListShape>('ContactList');
  list.implement({
    description: 'A named list of contacts, which an import may put its contacts on.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The list's id." }),
      name: t.exposeString('name', { description: 'What people call it; unique in the project.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that made it.' }),
      contactCount: t.int({
        description: 'How many contacts are on it.',
        resolve: async (row, _args, context) => (await context.contacts.countOn(row.id)) ?? 0,
      }),
    }),
  });
  return { list, connection: addConnection(builder, list, 'contact lists') };
}
