import type { Builder } from '../builder.ts';
import type { addContactFilter } from '../inputs/contactFilter.ts';
import { isUuid } from '../isUuid.ts';
import { emptyConnection, pageOf } from '../paging.ts';
import { readContactLists } from '../store/readContactLists.ts';
import { readContacts } from '../store/readContacts.ts';
import { PAGE_ARGS } from '../types/connection.ts';
import type { addContact } from '../types/contact.ts';
import type { addContactList } from '../types/contactList.ts';
import { viewerOf } from '../viewerOf.ts';

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
