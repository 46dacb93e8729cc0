import type { ApiFeature } from '../../../graphql/feature.ts';
import { addContact, addContactFilter, addContactList, addContactQueries } from './contacts.ts';
import { linkedLists, listTouchesOf } from './store/listTouches.ts';

/** Contacts and contact lists in the API. */
export const contactsApi: ApiFeature = {
  addTo(builder) {
    const lists = addContactList(builder);
    addContactQueries(builder, addContact(builder, lists), lists, addContactFilter(builder));
  },
  history: { touchesOf: listTouchesOf, linksOf: linkedLists },
};
