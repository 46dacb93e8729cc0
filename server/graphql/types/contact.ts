import type { Builder } from '../builder.ts';
import type { ContactShape } from '../store/readContacts.ts';
import { addConnection } from './connection.ts';
import type { addContactList } from './contactList.ts';

/** Contact and the list of them. */
export function addContact(builder: Builder, lists: ReturnType<typeof addContactList>) {
  const contact = builder.objectRef<ContactShape>('Contact');
  contact.implement({
    description: "Somebody whom the contacts importer, or an importer of one's own, put into the project.",
    fields: (t) => ({
      id: t.exposeID('id', { description: "The contact's id." }),
      firstName: t.exposeString('firstName', { nullable: true, description: 'Given name.' }),
      lastName: t.exposeString('lastName', { nullable: true, description: 'Family name.' }),
      phone: t.exposeString('phone', { nullable: true, description: 'E.164, unique in the project.' }),
      email: t.exposeString('email', { nullable: true, description: 'In lower case.' }),
      company: t.exposeString('company', { nullable: true, description: 'Where they work.' }),
      title: t.exposeString('title', { nullable: true, description: 'Their job title.' }),
      addresses: t.expose('addresses', {
        type: 'JSON',
        description:
          'Kind of address to { street, street2, city, region, postalCode, country }, without the empty ones.',
      }),
      metadata: t.expose('metadata', { type: 'JSON', description: 'What no field takes: column name to value.' }),
      lists: t.field({
        type: [lists.list],
        description: 'The contact lists that they are on, by name.',
        resolve: async (row, _args, context) => [...((await context.contacts.listsOf(row.id)) ?? [])],
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created them.' }),
      importedAt: t.expose('importedAt', { type: 'DateTime', nullable: true, description: 'When that was.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they came into the project.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When what is said of them last changed.' }),
    }),
  });
  return { contact, connection: addConnection(builder, contact, 'contacts') };
}
