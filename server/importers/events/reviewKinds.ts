import { message } from '../../messages/catalogue.ts';
import { matchText, type ReviewKind } from '../../sdk/index.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { EntityKind } from './entityReference.ts';
import { KINDS } from './resolver.ts';
import {
  confirmEntity,
  findAlike,
  insertEntity,
  lockEntity,
  readNamed,
  replaceEntity,
  searchEntities,
} from './store/entities.ts';

/** The sentence about an id that is none of the project's. */
const NOT_THERE = {
  VENUE: 'NO_ENTITY_VENUE',
  ORGANIZER: 'NO_ENTITY_ORGANIZER',
  CATEGORY: 'NO_ENTITY_CATEGORY',
} as const satisfies Readonly<Record<EntityKind, string>>;
const LABELS = { VENUE: 'Venue', ORGANIZER: 'Organizer', CATEGORY: 'Category' } as const;

/** What events refer to, for the review queue. */
export const eventReviewKinds: readonly ReviewKind[] = KINDS.map((kind) => ({
  kind,
  label: LABELS[kind],
  hasPlace: kind === 'VENUE',
  keyOf: async (_db, name, place) => {
    const key = matchText(name);
    return key === '' ? '' : `${key}|${kind === 'VENUE' ? matchText(place) : ''}`;
  },
  lock: async (db, projectId, id) => (isUuid(id) ? lockEntity(db, projectId, kind, id) : null),
  notFound: (id) => message(NOT_THERE[kind], { id }),
  create: (db, entity) => insertEntity(db, kind, entity),
  confirm: (db, _projectId, id) => confirmEntity(db, kind, id),
  replace: (db, projectId, id, by) => replaceEntity(db, projectId, kind, id, by),
  similar: (db, projectId, names) => findAlike(db, projectId, kind, names),
  search: (db, projectId, text, limit) => searchEntities(db, projectId, kind, text, limit),
  named: (db, projectId, ids) => readNamed(db, projectId, kind, ids.filter(isUuid)),
}));
