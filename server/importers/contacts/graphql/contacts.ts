import type { Builder } from '../../../graphql/builder.ts';
import { addConnection, PAGE_ARGS } from '../../../graphql/connection.ts';
import { SortDirection } from '../../../graphql/inputShapes.ts';
import { emptyConnection, pageOf } from '../../../graphql/paging.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { contactLoaders } from './loaders.ts';
import { type ContactListShape, readContactLists } from './store/readContactLists.ts';
import { type ContactShape, readContacts } from './store/readContacts.ts';

/** Contact and the list of them. */
export function addContact(builder: Builder, lists: ReturnType<typeof addContactList>) {
  const contact = builder.objectRef<ContactShape>('Contact');
  contact.implement({
    description: 'A contact that the contacts importer, or your own importer, added to the project.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The contact's id." }),
      firstName: t.exposeString('firstName', { nullable: true, description: 'Given name.' }),
      lastName: t.exposeString('lastName', { nullable: true, description: 'Family name.' }),
      phone: t.exposeString('phone', {
        nullable: true,
        description: 'The phone number in E.164, unique in the project.',
      }),
      email: t.exposeString('email', { nullable: true, description: 'The e-mail address, in lower case.' }),
      company: t.exposeString('company', { nullable: true, description: 'The company.' }),
      title: t.exposeString('title', { nullable: true, description: 'The job title.' }),
      addresses: t.expose('addresses', {
        type: 'JSON',
        description: 'Kind of address to { street, street2, city, region, postalCode, country }, without empty values.',
      }),
      metadata: t.expose('metadata', {
        type: 'JSON',
        description: 'Values of columns without a field: column name to value.',
      }),
      lists: t.field({
        type: [lists.list],
        description: 'The contact lists that the contact is on, by name.',
        resolve: async (row, _args, context) => [...((await contactLoaders(context).listsOf(row.id)) ?? [])],
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created the contact.' }),
      importedAt: t.expose('importedAt', { type: 'DateTime', nullable: true, description: 'The time of that import.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which the contact was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
    }),
  });
  return { contact, connection: addConnection(builder, contact, 'contacts') };
}

/** ContactList and the list of them. */
export function addContactList(builder: Builder) {
  const list = builder.objectRef<ContactListShape>('ContactList');
  list.implement({
    description: 'A named list of contacts. An import can add its contacts to it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The list's id." }),
      name: t.exposeString('name', { description: 'The name, unique in the project.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which it was created.' }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      contactCount: t.int({
        description: 'The number of contacts on the list.',
        resolve: async (row, _args, context) => (await contactLoaders(context).countOn(row.id)) ?? 0,
      }),
    }),
  });
  return { list, connection: addConnection(builder, list, 'contact lists') };
}

/** ContactFilter and ContactOrder. */
export function addContactFilter(builder: Builder) {
  const filter = builder.inputType('ContactFilter', {
    description: 'A filter of contacts. A contact must match all conditions.',
    fields: (t) => ({
      search: t.string({
        description:
          'Search terms. Each term must be part of a name, the company, the e-mail address or the phone number (case-insensitive). For a phone number, digits suffice.',
      }),
      listId: t.id({ description: 'Only contacts on the contact list with this id.' }),
      importId: t.id({ description: 'Only contacts that the import with this id created, changed or matched.' }),
    }),
  });
  const field = builder.enumType('ContactOrderField', {
    description:
      'The sort field of a list of contacts. Contacts without the phone number or e-mail address are last in ASC and first in DESC.',
    values: {
      CREATED_AT: { description: 'The time at which it was created.' },
      EMAIL: { description: 'The e-mail address.' },
      PHONE: { description: 'The phone number.' },
    } as const,
  });
  const order = builder.inputType('ContactOrder', {
    description: 'The order of a list of contacts.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'The sort field.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'The sort direction.' }),
    }),
  });
  return { filter, order };
}

/** contact, contacts, contactList and contactLists. */
export function addContactQueries(
  builder: Builder,
  types: ReturnType<typeof addContact>,
  lists: ReturnType<typeof addContactList>,
  inputs: ReturnType<typeof addContactFilter>,
): void {
  builder.queryFields((t) => ({
    contact: t.field({
      type: types.contact,
      nullable: true,
      description: 'A contact; null if there is none with this id or the viewer cannot see it.',
      args: { id: t.arg.id({ required: true, description: "The contact's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.contact.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
    contacts: t.field({
      type: types.connection,
      description: "A project's contacts, newest first. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: inputs.filter, description: 'A filter; all if absent.' }),
        orderBy: t.arg({ type: inputs.order, description: 'The sort order; newest first if absent.' }),
      },
      resolve: (_root, { projectId, filter, orderBy, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null) return emptyConnection(page);
        return readContacts(context.records, projectId, filter ?? {}, orderBy ?? null, page);
      },
    }),
    contactList: t.field({
      type: lists.list,
      nullable: true,
      description: 'A contact list; null if there is none with this id or the viewer cannot see it.',
      args: { id: t.arg.id({ required: true, description: "The list's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.contactList.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
    contactLists: t.field({
      type: lists.connection,
      description: "A project's contact lists, by name. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        search: t.arg.string({ description: 'Part of the name (case-insensitive).' }),
      },
      resolve: (_root, { projectId, search, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null) return emptyConnection(page);
        return readContactLists(context.records, projectId, search ?? null, page);
      },
    }),
  }));
}
