import {
  ContactDocument,
  ContactListDocument,
  ContactListsDocument,
  type ContactListsQueryVariables,
  ContactsDocument,
  type ContactsQueryVariables,
  RecordHistoryDocument,
  type RecordHistoryQueryVariables,
  TaxonomyNodeDocument,
  TaxonomyNodesDocument,
  type TaxonomyNodesQueryVariables,
  TaxonomyPlaceDocument,
  TaxonomySearchDocument,
  type TaxonomySearchQueryVariables,
} from '../../gql/generated/graphql.ts';
import { page } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type {
  Contact,
  ContactDetail,
  ContactList,
  ContactListDetail,
  FoundNode,
  Page,
  RecordTouch,
  TaxonomyDetail,
  TaxonomyPlace,
  TreeNode,
} from './types.ts';

/** What the pages of records ask. All throw SluiceError. */
export interface RecordsApi {
  contacts(variables: ContactsQueryVariables): Promise<Page<Contact>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  contact(id: string): Promise<ContactDetail | null>;
  contactLists(variables: ContactListsQueryVariables): Promise<Page<ContactList>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  contactList(id: string): Promise<ContactListDetail | null>;
  recordHistory(variables: RecordHistoryQueryVariables): Promise<Page<RecordTouch>>;
  taxonomyNodes(variables: TaxonomyNodesQueryVariables): Promise<Page<TreeNode>>;
  taxonomySearch(variables: TaxonomySearchQueryVariables): Promise<Page<FoundNode>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  taxonomyNode(id: string): Promise<TaxonomyDetail | null>;
  /** Null: there is none with this id, or the viewer may not see it. */
  taxonomyPlace(id: string): Promise<TaxonomyPlace | null>;
}

export function recordsApi(client: GraphqlClient): RecordsApi {
  return {
    contacts: async (variables) => page((await client.request(ContactsDocument, variables)).contacts),
    contact: async (id) => (await client.request(ContactDocument, { id })).contact,
    contactLists: async (variables) => page((await client.request(ContactListsDocument, variables)).contactLists),
    contactList: async (id) => (await client.request(ContactListDocument, { id })).contactList,
    recordHistory: async (variables) => page((await client.request(RecordHistoryDocument, variables)).recordHistory),
    taxonomyNodes: async (variables) => page((await client.request(TaxonomyNodesDocument, variables)).taxonomyNodes),
    taxonomySearch: async (variables) => page((await client.request(TaxonomySearchDocument, variables)).taxonomyNodes),
    taxonomyNode: async (id) => (await client.request(TaxonomyNodeDocument, { id })).taxonomyNode,
    taxonomyPlace: async (id) => (await client.request(TaxonomyPlaceDocument, { id })).taxonomyNode,
  };
}
