import type { EntityReference } from './entityReference.ts';
import type { EventFields } from './store.ts';

/** An event as a row tells of it: with names of venue, organizers and categories, which are yet to be resolved. */
export interface EventInput {
  readonly event: Omit<EventFields, 'venueId' | 'organizerIds' | 'categoryIds' | 'removed'>;
  /** Whether its URL tells it from other events. */
  readonly byUrl: boolean;
  /** `slugStart` without the venue: of an event whose venue was not known yet. */
  readonly atStart: string;
  readonly venue: EntityReference | null;
  readonly organizers: readonly EntityReference[];
  readonly categories: readonly EntityReference[];
  /** The project's own, once they are resolved. */
  readonly resolved: {
    readonly venueId: string | null;
    readonly organizerIds: string[];
    readonly categoryIds: string[];
  };
}
