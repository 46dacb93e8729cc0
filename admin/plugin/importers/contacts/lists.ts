import type { ContactFilter, ContactOrder, ContactOrderField, SortDirection } from '../../../gql/generated/graphql.ts';
import type { GraphqlClient } from '../../api/client.ts';
import { given, type ListFilter, type ReadList } from '../../api/lists.ts';
import { contactsApi } from './api.ts';

export type ContactListFilter = ListFilter<ContactFilter>;

const CONTACT_ORDER: Readonly<Record<string, ContactOrderField>> = { email: 'EMAIL', phone: 'PHONE' };

export function contactOrder(field: string, direction: SortDirection): ContactOrder {
  return { field: CONTACT_ORDER[field] ?? 'CREATED_AT', direction };
}

export function contactLists(client: GraphqlClient): Readonly<Record<string, ReadList>> {
  const api = contactsApi(client);
  return {
    contacts({ projectId, ...filter }: ContactListFilter, { sort: { field, direction }, ...page }) {
      return api.contacts({
        ...page,
        projectId,
        filter: given(filter),
        orderBy: contactOrder(field, direction),
      });
    },
    'contact-lists': ({ projectId, search }: ListFilter<{ search?: string }>, { first, offset }) =>
      api.contactLists({ projectId, first, offset, search: search || null }),
  };
}
