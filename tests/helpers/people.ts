import { z } from 'zod';
import {
  customField,
  defineImporter,
  mergeFields,
  type RecordFields,
  tableStore,
  text,
} from '../../server/sdk/index.ts';

interface Person extends RecordFields {
  readonly firstName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * A small importer over the contact table for tests of the engine: two keys, a check and a unique index in the
 * database that it does not look after itself, and names that make it misbehave.
 */
export const people = defineImporter({
  name: 'people',
  label: 'People',
  fields: {
    name: text({ label: 'Name', required: true }),
    phone: customField('phone', { label: 'Phone' }, String),
    email: text({ label: 'E-mail' }),
  },
  catchAll: 'metadata',
  options: z.object({ matchByEmail: z.boolean().default(false) }),
  duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'],
  limits: { maxRows: 1_000_000, chunkSize: { min: 1, max: 1_000, default: 100 } },
  store: tableStore<Person>({
    type: 'contact',
    table: 'contact',
    columns: {
      firstName: { column: 'first_name', type: 'text' },
      phone: { column: 'phone', type: 'text' },
      email: { column: 'email', type: 'text' },
      metadata: { column: 'metadata', type: 'jsonb' },
    },
    keys: {
      phone: { column: 'phone', unique: true, value: (person) => person.phone },
      email: { column: 'email', value: (person) => person.email },
    },
    stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
  }),
  records: (values): Person[] => [{ firstName: values.name, phone: values.phone, email: values.email, metadata: {} }],
  matchKeys({ phone, email }, { matchByEmail }) {
    const byPhone = phone === null ? [] : [{ key: 'phone', value: phone }];
    const byEmail = email === null ? [] : [{ key: 'email', value: email }];
    return matchByEmail ? [...byEmail, ...byPhone] : byPhone.length > 0 ? byPhone : byEmail;
  },
  merge(current, person, policy) {
    if (person.firstName === 'throws') throw new TypeError('merge threw');
    return current === null ? person : mergeFields(current, person, policy);
  },
});
