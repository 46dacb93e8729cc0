import type { ApiFeature } from '../../../graphql/feature.ts';
import { addContact, addContactFilter, addContactList, addContactQueries } from './contacts.ts';
import { linkedLists, listHistoryOf } from './store/listHistory.ts';

/** Contacts and contact lists in the API. */
export const contactsApi: ApiFeature = {
  addTo(builder) {
    const lists = addContactList(builder);
    addContactQueries(builder, addContact(builder, lists), lists, addContactFilter(builder));
  },
  history: { historyOf: listHistoryOf, linksOf: linkedLists },
};
