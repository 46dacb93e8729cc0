import TaxonomyIcon from '@mui/icons-material/AccountTreeOutlined';
import RememberedIcon from '@mui/icons-material/BookmarksOutlined';
import OverviewIcon from '@mui/icons-material/DashboardOutlined';
import EventsIcon from '@mui/icons-material/EventRounded';
import OrganizersIcon from '@mui/icons-material/GroupsOutlined';
import HistoryIcon from '@mui/icons-material/HistoryRounded';
import ListsIcon from '@mui/icons-material/ListAltRounded';
import ContactsIcon from '@mui/icons-material/PeopleAltOutlined';
import VenuesIcon from '@mui/icons-material/PlaceOutlined';
import ReviewIcon from '@mui/icons-material/RuleRounded';
import SchedulesIcon from '@mui/icons-material/ScheduleRounded';
import ProjectIcon from '@mui/icons-material/SettingsOutlined';
import type { SvgIconProps } from '@mui/material';
import type { ComponentType } from 'react';
import type { PageName } from './pageNames.ts';
import { lazyPage } from './ui/browser/lazyPage.tsx';

/** The parts of the menu, in their order; each a key of the messages under `menu`. */
export const MENU_GROUPS = ['work', 'records', 'settings'] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];

/** An area of the console: a resource of react-admin with its entry in the menu. */
export interface SluicePage {
  /** The resource's name behind the host's prefix, and the start of its paths. */
  readonly name: PageName;
  /** A key of the messages. */
  readonly title: string;
  /** The part of the menu that it stands in. */
  readonly group: MenuGroup;
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
    group: 'work',
    Icon: OverviewIcon,
    list: lazyPage(async () => (await import('./pages/overview/OverviewPage.tsx')).OverviewPage),
  },
  {
    name: 'imports',
    title: 'sluice.list.title',
    group: 'work',
    Icon: HistoryIcon,
    list: lazyPage(async () => (await import('./pages/imports/list/ImportListPage.tsx')).ImportListPage),
    create: lazyPage(async () => (await import('./pages/imports/create/NewImportPage.tsx')).NewImportPage),
    show: lazyPage(async () => (await import('./pages/imports/show/ImportPage.tsx')).ImportPage),
  },
  {
    name: 'review',
    title: 'sluice.review.title',
    group: 'work',
    Icon: ReviewIcon,
    list: lazyPage(async () => (await import('./pages/review/ReviewPage.tsx')).ReviewPage),
  },
  {
    name: 'remembered',
    title: 'sluice.remembered.title',
    group: 'work',
    Icon: RememberedIcon,
    list: lazyPage(async () => (await import('./pages/review/remembered/RememberedPage.tsx')).RememberedPage),
  },
  {
    name: 'contacts',
    title: 'sluice.contacts.title',
    group: 'records',
    Icon: ContactsIcon,
    list: lazyPage(async () => (await import('./pages/records/contacts/ContactListPage.tsx')).ContactListPage),
    show: lazyPage(async () => (await import('./pages/records/contacts/ContactPage.tsx')).ContactPage),
  },
  {
    name: 'contact-lists',
    title: 'sluice.contact_lists.title',
    group: 'records',
    Icon: ListsIcon,
    list: lazyPage(async () => (await import('./pages/records/contacts/ContactListsPage.tsx')).ContactListsPage),
    show: lazyPage(async () => (await import('./pages/records/contacts/ListPage.tsx')).ListPage),
  },
  {
    name: 'taxonomy',
    title: 'sluice.taxonomy.title',
    group: 'records',
    Icon: TaxonomyIcon,
    list: lazyPage(async () => (await import('./pages/records/taxonomy/TaxonomyListPage.tsx')).TaxonomyListPage),
    show: lazyPage(async () => (await import('./pages/records/taxonomy/TaxonomyPage.tsx')).TaxonomyPage),
  },
  {
    name: 'events',
    title: 'sluice.events.title',
    group: 'records',
    Icon: EventsIcon,
    list: lazyPage(async () => (await import('./pages/records/events/EventListPage.tsx')).EventListPage),
    show: lazyPage(async () => (await import('./pages/records/events/EventPage.tsx')).EventPage),
  },
  {
    name: 'venues',
    title: 'sluice.venues.title',
    group: 'records',
    Icon: VenuesIcon,
    list: lazyPage(async () => (await import('./pages/records/entities/VenueListPage.tsx')).VenueListPage),
    show: lazyPage(async () => (await import('./pages/records/entities/VenuePage.tsx')).VenuePage),
  },
  {
    name: 'organizers',
    title: 'sluice.organizers.title',
    group: 'records',
    Icon: OrganizersIcon,
    list: lazyPage(async () => (await import('./pages/records/entities/OrganizerListPage.tsx')).OrganizerListPage),
    show: lazyPage(async () => (await import('./pages/records/entities/OrganizerPage.tsx')).OrganizerPage),
  },
  {
    name: 'schedules',
    title: 'sluice.schedules.title',
    group: 'work',
    Icon: SchedulesIcon,
    list: lazyPage(async () => (await import('./pages/schedules/ScheduleListPage.tsx')).ScheduleListPage),
    create: lazyPage(async () => (await import('./pages/schedules/NewSchedulePage.tsx')).NewSchedulePage),
    show: lazyPage(async () => (await import('./pages/schedules/SchedulePage.tsx')).SchedulePage),
  },
  {
    name: 'project',
    title: 'sluice.settings.title',
    group: 'settings',
    Icon: ProjectIcon,
    list: lazyPage(async () => (await import('./pages/settings/ProjectPage.tsx')).ProjectPage),
  },
] as const satisfies readonly SluicePage[];
