import { type JsonObject, tableStore } from '../../sdk/index.ts';

/** The record of a contact. Null is unknown; addresses and metadata are empty objects rather than null. */
export type ContactFields = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** Lower case. */
  readonly email: string | null;
  readonly company: string | null;
  readonly title: string | null;
  /** { kind: { street, street2, city, region, postalCode, country } }, without the empty ones. */
  readonly addresses: JsonObject;
  /** What no field takes, under the column's name, and what the importer could not put elsewhere. */
  readonly metadata: JsonObject;
};

/** A crowd: what so many have is nobody's own. */
const MOST_WITH_ONE_PHONE = 100;
const MOST_WITH_ONE_EMAIL = 1_000;
/** Of a name, in characters: an entry of an index has an end. */
const INDEXED_CHARACTERS = 50;

/** Finds one of a crowd that shares a phone number; null without one. The same as the index's expression. */
export function phoneAndName({
  phone,
  firstName,
  lastName,
}: Pick<ContactFields, 'phone' | 'firstName' | 'lastName'>): string | null {
  return phone === null ? null : `${phone} ${indexed(firstName)} ${indexed(lastName)}`;
}

const PHONE_AND_NAME = `phone || ' ' || left(coalesce(first_name, ''), ${INDEXED_CHARACTERS}) || ' ' || left(coalesce(last_name, ''), ${INDEXED_CHARACTERS})`;

function indexed(name: string | null): string {
  if (name === null || name.length <= INDEXED_CHARACTERS) return name ?? '';
  return [...name].slice(0, INDEXED_CHARACTERS).join('');
}

export const contactStore = tableStore<ContactFields>({
  type: 'contact',
  table: 'contact',
  columns: {
    firstName: { column: 'first_name', type: 'text' },
    lastName: { column: 'last_name', type: 'text' },
    phone: { column: 'phone', type: 'text' },
    email: { column: 'email', type: 'text' },
    company: { column: 'company', type: 'text' },
    title: { column: 'title', type: 'text' },
    addresses: { column: 'addresses', type: 'jsonb' },
    metadata: { column: 'metadata', type: 'jsonb' },
  },
  keys: {
    phone: { column: 'phone', most: MOST_WITH_ONE_PHONE, value: ({ phone }) => phone },
    phoneAndName: { expression: PHONE_AND_NAME, value: phoneAndName },
    email: { column: 'email', most: MOST_WITH_ONE_EMAIL, value: ({ email }) => email },
  },
  stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
});
