import { defineImporter, mergeFields } from '../../sdk/index.ts';
import { finishEvents, reportEvents } from './ending.ts';
import type { EventInput } from './eventInput.ts';
import { eventFields } from './fields.ts';
import { eventFormats } from './formats.ts';
import { eventOptions } from './options.ts';
import { refoldNames } from './refold/refold.ts';
import { resolveEvents } from './resolve.ts';
import { eventReviewKinds } from './reviewKinds.ts';
import { eventsOfRow } from './row.ts';
import { type EventFields, eventStore } from './store.ts';

/** Events of a calendar, from its REST feed or any table. */
export const events = defineImporter({
  name: 'events',
  label: 'Events',
  fields: eventFields,
  formats: eventFormats,
  options: eventOptions,
  // Unlike contacts: the calendar is the authority on its own events.
  duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'],
  limits: { maxRows: 100_000, chunkSize: { min: 10, max: 500, default: 100 } },
  store: eventStore,
  prepare: refoldNames,
  records: eventsOfRow,
  resolve: resolveEvents,
  review: eventReviewKinds,
  // Never by the feed's id: those of occurrences of a series change.
  matchKeys: ({ event, byUrl, atStart }) => [
    ...(byUrl && event.url !== null ? [{ key: 'url', value: event.url }] : []),
    { key: 'slugStart', value: event.slugStart },
    // One that was kept without its venue gets it from the first row that has one, and is then that venue's.
    ...(atStart === event.slugStart ? [] : [{ key: 'slugStart', value: atStart }]),
  ],
  merge(current, input, policy) {
    const record = recordOf(input);
    if (current === null) return record;
    const slugStart = current.slugStart === input.atStart ? record.slugStart : current.slugStart;
    return { ...mergeFields({ ...current, slugStart }, record, policy), removed: false };
  },
  finish: finishEvents,
  report: reportEvents,
});

function recordOf({ event, resolved }: EventInput): EventFields {
  return { ...event, ...resolved, removed: false };
}
