import { defineImporter, mergeFields } from '../../sdk/index.ts';
import { contactFields } from './fields.ts';
import { contactFormats, contactHeaderPairs } from './formats.ts';
import { putOnList, takeOffLists } from './lists.ts';
import { fitContact, matchKeysOf } from './match.ts';
import { contactOptions } from './options.ts';
import { contactsOfRow } from './row.ts';
import { contactStore } from './store.ts';

/** People, from any list of them. */
export const contacts = defineImporter({
  name: 'contacts',
  label: 'Contacts',
  fields: contactFields,
  catchAll: 'metadata',
  formats: contactFormats,
  headerPairs: contactHeaderPairs,
  options: contactOptions,
  // The first is what happens unasked: ENRICH neither overwrites what somebody wrote nor drops what the file knows.
  duplicatePolicies: ['ENRICH', 'UPDATE', 'SKIP', 'FAIL'],
  limits: { maxRows: 5_000_000, chunkSize: { min: 10, max: 5_000, default: 500 } },
  store: contactStore,
  records: contactsOfRow,
  matchKeys: (contact, options) => matchKeysOf(contact, options),
  fit: (contact, sought, key, options) => fitContact(contact, sought, key, options),
  merge: (current, contact, policy) => (current === null ? contact : mergeFields(current, contact, policy)),
  async link(db, contactIds, { options, ...scope }) {
    if (options.listName !== undefined) await putOnList(db, scope, options.listName, contactIds);
  },
  async unlink(db, contactIds, scope) {
    await takeOffLists(db, scope, contactIds);
  },
});
