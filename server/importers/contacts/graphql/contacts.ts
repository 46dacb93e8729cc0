import type { Builder } from '../../../graphql/builder.ts';
import { addConnection, PAGE_ARGS } from '../../../graphql/connection.ts';
import { SortDirection } from '../../../graphql/inputShapes.ts';
import { isUuid } from '../../../graphql/isUuid.ts';
import { emptyConnection, pageOf } from '../../../graphql/paging.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { contactLoaders } from './loaders.ts';
import { type ContactListShape, readContactLists } from './store/readContactLists.ts';
import { type ContactShape, readContacts } from './store/readContacts.ts';

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
        resolve: async (row, _args, context) => [...((await contactLoaders(context).listsOf(row.id)) ?? [])],
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created them.' }),
      importedAt: t.expose('importedAt', { type: 'DateTime', nullable: true, description: 'When that was.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When they came into the project.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When what is said of them last changed.' }),
    }),
  });
  return { contact, connection: addConnection(builder, contact, 'contacts') };
}

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
        resolve: async (row, _args, context) => (await contactLoaders(context).countOn(row.id)) ?? 0,
      }),
    }),
  });
  return { list, connection: addConnection(builder, list, 'contact lists') };
}

/** ContactFilter and ContactOrder. */
export function addContactFilter(builder: Builder) {
  const filter = builder.inputType('ContactFilter', {
    description: 'Which contacts; what is said is all true of each.',
    fields: (t) => ({
      search: t.string({
        description:
          'Words, each of which is part of a name, the company, the e-mail address or the phone number, in any case. Of a phone number, digits suffice.',
      }),
      listId: t.id({ description: 'On the contact list with this id.' }),
      importId: t.id({ description: 'Created, changed or matched by the import with this id.' }),
    }),
  });
  const field = builder.enumType('ContactOrderField', {
    description:
      'What a list of contacts is ordered by. Those without a phone number or e-mail address are the last of ASC and the first of DESC.',
    values: {
      CREATED_AT: { description: 'When it was made.' },
      EMAIL: { description: 'Its e-mail address.' },
      PHONE: { description: 'Its phone number.' },
    } as const,
  });
  const order = builder.inputType('ContactOrder', {
    description: 'The order of a list of contacts.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'By what.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'Which way.' }),
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
      description: 'One contact; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The contact's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.contact.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
    contacts: t.field({
      type: types.connection,
      description: "A project's contacts, the newest first; none for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: inputs.filter, description: 'Which of them; all when absent.' }),
        orderBy: t.arg({ type: inputs.order, description: 'In which order; the newest first when absent.' }),
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
      description: 'One contact list; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The list's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.contactList.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
    contactLists: t.field({
      type: lists.connection,
      description: "A project's contact lists, by name; none for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        search: t.arg.string({ description: 'Part of the name, in any case.' }),
      },
      resolve: (_root, { projectId, search, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null) return emptyConnection(page);
        return readContactLists(context.records, projectId, search ?? null, page);
      },
    }),
  }));
}
