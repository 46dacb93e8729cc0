import ListsIcon from '@mui/icons-material/ListAltRounded';
import ContactsIcon from '@mui/icons-material/PeopleAltOutlined';
import { lazyPage } from '../../ui/browser/lazyPage.tsx';
import type { ImporterFeature } from '../feature.ts';
import { ContactsOfImport } from './ContactsOfImport.tsx';
import { contactLists } from './lists.ts';
import { loadSample } from './sample.ts';

declare module '../../pageNames.ts' {
  interface PageNames {
    readonly contacts: true;
    readonly 'contact-lists': true;
  }
}

/** Contacts and contact lists in the console. */
export const contactsFeature: ImporterFeature = {
  importer: 'contacts',
  pages: [
    {
      name: 'contacts',
      title: 'sluice.contacts.title',
      group: 'records',
      Icon: ContactsIcon,
      list: lazyPage(async () => (await import('./pages/ContactListPage.tsx')).ContactListPage),
      show: lazyPage(async () => (await import('./pages/ContactPage.tsx')).ContactPage),
    },
    {
      name: 'contact-lists',
      title: 'sluice.contact_lists.title',
      group: 'records',
      Icon: ListsIcon,
      list: lazyPage(async () => (await import('./pages/ContactListsPage.tsx')).ContactListsPage),
      show: lazyPage(async () => (await import('./pages/ListPage.tsx')).ListPage),
    },
  ],
  recordPage: 'contacts',
  lists: contactLists,
  sample: loadSample,
  onImportPage: { Changes: ContactsOfImport },
};
