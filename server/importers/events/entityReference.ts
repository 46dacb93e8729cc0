import { isObject, type Json, type JsonObject, MAX_ENTITY_NAME, matchText } from '../../sdk/index.ts';
import { plainText } from './html.ts';
import { webAddress } from './webAddress.ts';

export type EntityKind = 'VENUE' | 'ORGANIZER' | 'CATEGORY';

/** A venue, organizer or category as a source names it. */
export interface EntityReference {
  /** Entities decoded; else as it came. */
  readonly name: string;
  /** What else the source says of it, by the names of the project's own; without what is empty. */
  readonly details: JsonObject;
  readonly matchName: string;
  /** Empty where the source does not say. */
  readonly matchPlace: string;
  /** The source's own id, with the host that gave it. */
  readonly sourceId: string | null;
}

/** Keys of The Events Calendar's objects by what they are called here. */
const DETAILS: Readonly<Record<EntityKind, Readonly<Record<string, string>>>> = {
  VENUE: {
    address: 'address',
    city: 'city',
    region: 'stateprovince',
    postalCode: 'zip',
    country: 'country',
    phone: 'phone',
    website: 'website',
  },
  ORGANIZER: { email: 'email', phone: 'phone', website: 'website' },
  CATEGORY: { slug: 'slug' },
};
const NAMES: Readonly<Record<EntityKind, readonly string[]>> = {
  VENUE: ['venue', 'name'],
  ORGANIZER: ['organizer', 'name'],
  CATEGORY: ['name'],
};

/**
 * The entities that a cell names: an object, a list of them, a name, or a list of names. A feed writes [] or false for
 * none. What has no name is left out.
 */
export function referencesIn(kind: EntityKind, cell: Json | null, separator: RegExp | null): EntityReference[] {
  const items = Array.isArray(cell) ? cell : typeof cell === 'string' && separator ? cell.split(separator) : [cell];
  return items.flatMap((item) => referenceOf(kind, item ?? null) ?? []);
}

function referenceOf(kind: EntityKind, item: Json): EntityReference | null {
  if (typeof item === 'string') return reference(kind, item, {}, null);
  if (!isObject(item)) return null;
  const name = NAMES[kind].map((key) => item[key]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof name !== 'string') return null;
  const found = Object.entries(DETAILS[kind]).flatMap(([detail, key]) => {
    const value = detailOf(detail, item[key] ?? (key === 'stateprovince' ? (item.state ?? item.province) : undefined));
    return value === null ? [] : [[detail, value] as const];
  });
  const id = item.id ?? item.term_id;
  const sourceId = typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : null;
  return reference(kind, name, Object.fromEntries(found), sourceId);
}

/** A reference by its name; null for one that is empty. */
export function reference(
  kind: EntityKind,
  text: string,
  details: JsonObject,
  sourceId: string | null,
): EntityReference | null {
  const name = plainText(text).trim().slice(0, MAX_ENTITY_NAME);
  const matchName = matchText(name);
  if (matchName === '') return null;
  const place = kind === 'VENUE' && typeof details.city === 'string' ? details.city : '';
  return { name, details, matchName, matchPlace: matchText(place), sourceId };
}

function detailOf(detail: string, value: Json | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = plainText(String(value)).trim();
  if (text === '') return null;
  // Kept as it was written where it is no address: somebody may know what was meant.
  return detail === 'website' ? (webAddress(text) ?? text) : text;
}
