import EventsIcon from '@mui/icons-material/EventRounded';
import OrganizersIcon from '@mui/icons-material/GroupsOutlined';
import VenuesIcon from '@mui/icons-material/PlaceOutlined';
import { lazyPage } from '../../ui/browser/lazyPage.tsx';
import type { ImporterFeature } from '../feature.ts';
import { EventFieldValue } from './EventFieldValue.tsx';
import { eventLists } from './lists.ts';
import { MissingEvents } from './MissingEvents.tsx';

declare module '../../pageNames.ts' {
  interface PageNames {
    readonly events: true;
    readonly venues: true;
    readonly organizers: true;
  }
}

/** Events and what they refer to, in the console. */
export const eventsFeature: ImporterFeature = {
  importer: 'events',
  pages: [
    {
      name: 'events',
      title: 'sluice.events.title',
      group: 'records',
      Icon: EventsIcon,
      list: lazyPage(async () => (await import('./pages/events/EventListPage.tsx')).EventListPage),
      show: lazyPage(async () => (await import('./pages/events/EventPage.tsx')).EventPage),
    },
    {
      name: 'venues',
      title: 'sluice.venues.title',
      group: 'records',
      Icon: VenuesIcon,
      list: lazyPage(async () => (await import('./pages/entities/VenueListPage.tsx')).VenueListPage),
      show: lazyPage(async () => (await import('./pages/entities/VenuePage.tsx')).VenuePage),
    },
    {
      name: 'organizers',
      title: 'sluice.organizers.title',
      group: 'records',
      Icon: OrganizersIcon,
      list: lazyPage(async () => (await import('./pages/entities/OrganizerListPage.tsx')).OrganizerListPage),
      show: lazyPage(async () => (await import('./pages/entities/OrganizerPage.tsx')).OrganizerPage),
    },
  ],
  recordPage: 'events',
  lists: eventLists,
  // What Sluice keeps to know an event again says nothing that its slug and start do not.
  hiddenFields: ['slugStart'],
  FieldValue: EventFieldValue,
  onImportPage: { Warning: MissingEvents },
};
