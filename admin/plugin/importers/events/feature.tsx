import RulesIcon from '@mui/icons-material/BookmarksOutlined';
import EventsIcon from '@mui/icons-material/EventRounded';
import OrganizersIcon from '@mui/icons-material/GroupsOutlined';
import VenuesIcon from '@mui/icons-material/PlaceOutlined';
import ReviewIcon from '@mui/icons-material/RuleRounded';
import { lazyPage } from '../../ui/browser/lazyPage.tsx';
import type { ImporterFeature } from '../feature.ts';
import { EventFieldValue } from './EventFieldValue.tsx';
import { eventLists } from './lists.ts';
import { MissingEvents } from './MissingEvents.tsx';
import { ParkedNotice } from './pages/review/ParkedNotice.tsx';
import { ReviewOfCreated } from './pages/review/ReviewLink.tsx';
import { REVIEW_COUNTS } from './reviewCounts.ts';

declare module '../../pageNames.ts' {
  interface PageNames {
    readonly review: true;
    readonly rules: true;
    readonly events: true;
    readonly venues: true;
    readonly organizers: true;
  }
}

/** Events, what they refer to, and the review of that, in the console. */
export const eventsFeature: ImporterFeature = {
  importer: 'events',
  pages: [
    {
      name: 'review',
      title: 'sluice.review.title',
      group: 'work',
      Icon: ReviewIcon,
      list: lazyPage(async () => (await import('./pages/review/ReviewPage.tsx')).ReviewPage),
    },
    {
      name: 'rules',
      title: 'sluice.rules.title',
      group: 'work',
      Icon: RulesIcon,
      list: lazyPage(async () => (await import('./pages/review/rules/RulesPage.tsx')).RulesPage),
    },
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
  // What an import met and did not know is in the queue once it has ended.
  staleQueries: (prefix) => [[`${prefix}review`], REVIEW_COUNTS],
  // What Sluice keeps to know an event again says nothing that its slug and start do not.
  hiddenFields: ['slugStart'],
  FieldValue: EventFieldValue,
  onImportPage: { Warning: MissingEvents, Warnings: ReviewOfCreated, FailedRows: ParkedNotice },
};
