import { matchText } from '../../sdk/index.ts';
import type { EntityReference } from './entityReference.ts';
import { usualSpelling } from './likeness.ts';

const MAX_SLUG = 200;

/** The slug of an event whose source gives none. */
export function slugOfTitle(title: string, fold: (name: string) => string = matchText): string {
  return fold(title).replaceAll(' ', '-').slice(0, MAX_SLUG);
}

/** How an event is found again that its URL does not tell from others. */
export function keyAtStart(source: string | null, slug: string, startAt: string): string {
  return `${source ?? ''}|${slug}|${startAt}`;
}

/** Without a slug of the source's own, the same title and start at another venue is another event. */
export function keyAtVenue(atStart: string, venue: Pick<EntityReference, 'matchName' | 'matchPlace'> | null): string {
  return venue === null ? atStart : `${atStart}|${usualSpelling(venue.matchName)}|${venue.matchPlace}`;
}
