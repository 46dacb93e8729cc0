import TaxonomyIcon from '@mui/icons-material/AccountTreeOutlined';
import OverviewIcon from '@mui/icons-material/DashboardOutlined';
import HistoryIcon from '@mui/icons-material/HistoryRounded';
import ListsIcon from '@mui/icons-material/ListAltRounded';
import ContactsIcon from '@mui/icons-material/PeopleAltOutlined';
import type { SvgIconProps } from '@mui/material';
import { type ComponentType, lazy } from 'react';

/** An area of the console: a resource of react-admin with its entry in the menu. */
export interface SluicePage {
  /** The resource's name behind the host's prefix, and the start of its paths. */
  readonly name: string;
  /** A key of the messages. */
  readonly title: string;
  readonly Icon: ComponentType<SvgIconProps>;
  readonly list: ComponentType;
  readonly create?: ComponentType;
  readonly show?: ComponentType;
}

/** Every area, in the menu's order. A new one is a line here, and its words in i18n. */
export const PAGES = [
  {
    name: 'overview',
    title: 'sluice.overview.title',
    Icon: OverviewIcon,
    list: later(async () => (await import('./overview/OverviewPage.tsx')).OverviewPage),
  },
  {
    name: 'imports',
    title: 'sluice.list.title',
    Icon: HistoryIcon,
    list: later(async () => (await import('./imports/list/ImportListPage.tsx')).ImportListPage),
    create: later(async () => (await import('./imports/create/NewImportPage.tsx')).NewImportPage),
    show: later(async () => (await import('./imports/show/ImportPage.tsx')).ImportPage),
  },
  {
    name: 'contacts',
    title: 'sluice.contacts.title',
    Icon: ContactsIcon,
    list: later(async () => (await import('./records/contacts/ContactListPage.tsx')).ContactListPage),
    show: later(async () => (await import('./records/contacts/ContactPage.tsx')).ContactPage),
  },
  {
    name: 'contact-lists',
    title: 'sluice.contact_lists.title',
    Icon: ListsIcon,
    list: later(async () => (await import('./records/contacts/ContactListsPage.tsx')).ContactListsPage),
  },
  {
    name: 'taxonomy',
    title: 'sluice.taxonomy.title',
    Icon: TaxonomyIcon,
    list: later(async () => (await import('./records/taxonomy/TaxonomyListPage.tsx')).TaxonomyListPage),
    show: later(async () => (await import('./records/taxonomy/TaxonomyPage.tsx')).TaxonomyPage),
  },
] as const satisfies readonly SluicePage[];

export type PageName = (typeof PAGES)[number]['name'];

/** A page whose code comes when it is opened. */
function later(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
