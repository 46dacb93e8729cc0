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
    phone: { column: 'phone', unique: true, value: ({ phone }) => phone },
    email: { column: 'email', value: ({ email }) => email },
  },
  stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
});
