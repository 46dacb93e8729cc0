import {
  type ContactDetailFragment,
  ContactDocument,
  ContactExportDocument,
  type ContactExportQueryVariables,
  ContactListDocument,
  type ContactListQuery,
  ContactListsDocument,
  type ContactListsQuery,
  type ContactListsQueryVariables,
  type ContactSummaryFragment,
  ContactsDocument,
  type ContactsQueryVariables,
} from '../../../gql/generated/graphql.ts';
import { page, type Stretch, stretch } from '../../api/answers.ts';
import type { GraphqlClient } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type Contact = ContactSummaryFragment;
export type ContactDetail = ContactDetailFragment;
export type ContactList = ContactListsQuery['contactLists']['edges'][number]['node'];
export type ContactListDetail = NonNullable<ContactListQuery['contactList']>;

/** What the pages of contacts ask. All throw SluiceError. A single one is null where there is none to see. */
export interface ContactsApi {
  contacts(variables: ContactsQueryVariables): Promise<Page<Contact>>;
  contact(id: string): Promise<ContactDetail | null>;
  contactExport(variables: ContactExportQueryVariables): Promise<Stretch<ContactDetail>>;
  contactLists(variables: ContactListsQueryVariables): Promise<Page<ContactList>>;
  contactList(id: string): Promise<ContactListDetail | null>;
}

export function contactsApi(client: GraphqlClient): ContactsApi {
  return {
    contacts: async (variables) => page((await client.request(ContactsDocument, variables)).contacts),
    contact: async (id) => (await client.request(ContactDocument, { id })).contact,
    contactExport: async (variables) => stretch((await client.request(ContactExportDocument, variables)).contacts),
    contactLists: async (variables) => page((await client.request(ContactListsDocument, variables)).contactLists),
    contactList: async (id) => (await client.request(ContactListDocument, { id })).contactList,
  };
}
