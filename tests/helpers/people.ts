import { z } from 'zod';
import {
  customField,
  defineImporter,
  importerMessages,
  mergeFields,
  type RecordFields,
  RowRejected,
  tableStore,
  text,
} from '../../server/sdk/index.ts';

interface Person extends RecordFields {
  readonly firstName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What so many have is nobody's own. */
export const MOST_WITH_ONE_EMAIL = 2;

const { message, messages } = importerMessages({
  en: { REFUSED_NAME: 'Enter another name than %{name}.', NOTED_NAME: 'Some names were noted.' },
  de: { REFUSED_NAME: 'Geben Sie einen anderen Namen als %{name} an.', NOTED_NAME: 'Einige Namen wurden notiert.' },
});

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
  options: z.object({
    matchByEmail: z.boolean().default(false),
    /** What becomes of a row with the e-mail address of somebody with another name and phone; null: they are one. */
    sharedEmail: z.enum(['CREATE', 'FAIL']).nullable().default(null),
  }),
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
      email: { column: 'email', most: MOST_WITH_ONE_EMAIL, value: (person) => person.email },
    },
    stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
  }),
  messages,
  records(values, { warn }): Person[] {
    const { name, phone, email } = values;
    if (name === 'refused') throw new RowRejected({ ...message('REFUSED_NAME', { name }), field: 'name' });
    if (name === 'noted') warn(message('NOTED_NAME'));
    return [{ firstName: name, phone, email, metadata: {} }];
  },
  matchKeys({ phone, email }, { matchByEmail }) {
    const byPhone = phone === null ? [] : [{ key: 'phone', value: phone }];
    const byEmail = email === null ? [] : [{ key: 'email', value: email }];
    return matchByEmail ? [...byEmail, ...byPhone] : byPhone.length > 0 ? byPhone : byEmail;
  },
  fit(person, sought, { key }, { sharedEmail }) {
    const misfit = { code: 'SHARED', message: 'Somebody else has it.', otherwise: sharedEmail ?? 'FAIL' };
    if (person === null) return misfit;
    if (sharedEmail === null || key === 'phone') return 'PERHAPS';
    if (person.firstName === sought.firstName) return 'SURE';
    return person.phone === null || sought.phone === null || person.phone === sought.phone ? 'PERHAPS' : misfit;
  },
  merge(current, person, policy) {
    if (person.firstName === 'throws') throw new TypeError('merge threw');
    return current === null ? person : mergeFields(current, person, policy);
  },
});
