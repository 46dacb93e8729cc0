import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bigint,
  boolean,
  choice,
  date,
  decimal,
  integer,
  type JsonObject,
  json,
  list,
  number,
  tableImporter,
  text,
  time,
  timestamp,
  timestamptz,
  uuid,
} from '../../server/sdk/index.ts';
import { testEngine } from '../helpers/engine.ts';

const label = 'Label';

/** A column of each type, and cells of it, some of which its column rounds, pads or refuses. */
const TYPES = {
  words: [text({ label }), 'text', anyText()],
  short: [text({ label }), 'varchar(12)', anyText()],
  padded: [text({ label }), 'char(6)', fc.string({ maxLength: 6 }).map(storable)],
  folded: [text({ label }), 'citext', anyText()],
  price: [decimal({ label }), 'numeric(12,2)', anyDecimal()],
  exact: [decimal({ label }), 'numeric', anyDecimal()],
  small: [integer({ label }), 'smallint', fc.integer({ min: -32768, max: 32767 }).map(String)],
  whole: [integer({ label }), 'integer', fc.integer().map(String)],
  big: [bigint({ label }), 'bigint', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)],
  ratio: [number({ label }), 'double precision', fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)],
  single: [number({ label }), 'real', fc.float({ noNaN: true, noDefaultInfinity: true }).map(String)],
  yes: [boolean({ label }), 'boolean', fc.constantFrom('yes', 'no', 'true', '0')],
  day: [date({ label }), 'date', anyMoment().map((moment) => moment.slice(0, 10))],
  clock: [time({ label }), 'time(3)', anyMoment().map((moment) => moment.slice(11, -1))],
  zoned: [time({ label }), 'timetz', anyMoment().map((moment) => moment.slice(11, 19))],
  at: [timestamp({ label }), 'timestamp(0)', anyMoment().map((moment) => moment.slice(0, -1))],
  moment: [timestamptz({ label }), 'timestamptz', anyMoment()],
  own: [uuid({ label }), 'uuid', fc.uuid().map((id) => id.toUpperCase())],
  extra: [json({ label }), 'jsonb', anyJson()],
  extraText: [json({ label }), 'json', anyJson()],
  mood: [choice(['sad', 'so so', 'glad'], { label }), 'host_mood', fc.constantFrom('sad', 'SO SO', 'glad')],
  share: [decimal({ label }), 'host_share', fc.constantFrom('0', '0.25', '1.0', '0.33333')],
  names: [list(text({ label }), { label }), 'text[]', fc.array(anyText(), { maxLength: 3 })],
  sizes: [list(decimal({ label }), { label }), 'numeric(8,1)[]', fc.array(fc.constantFrom('1', '2.25', '-0.5'))],
  counts: [list(integer({ label }), { label }), 'integer[]', fc.array(fc.integer(), { maxLength: 3 })],
  moods: [list(choice(['sad', 'glad'], { label }), { label }), 'host_mood[]', fc.array(fc.constantFrom('sad', 'glad'))],
} as const;

/** Without NUL and halves of letters, and not empty: those are no values. */
function storable(value: string): string {
  return value.replaceAll('\0', '').toWellFormed();
}
function anyText() {
  return fc.string({ unit: 'grapheme', maxLength: 14 }).map(storable);
}
function anyDecimal() {
  return fc
    .tuple(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      fc.string({ unit: fc.constantFrom('0', '5', '9'), maxLength: 4 }),
    )
    .map(([whole, fraction]) => `${whole}.${fraction}`);
}
function anyMoment() {
  return fc
    .date({ min: new Date('0101-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString());
}
function anyJson() {
  return fc.json({ maxDepth: 2 }).map(storable);
}

const names = Object.keys(TYPES);
const fields = Object.fromEntries(Object.entries(TYPES).map(([name, [field]]) => [name, field]));
const columns = Object.fromEntries(names.map((name) => [name, name]));
const tableColumns = Object.entries(TYPES).map(([name, [, type]]) => `"${name}" ${type}`);

/** Tables by their keys: what the key is, and what the importer says of it. */
const KEYS = {
  identity: ['id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY', {}],
  cuid: ['id text PRIMARY KEY', { newId: () => `c${Math.random().toString(36).slice(2)}` }],
  uuid: ['id uuid PRIMARY KEY DEFAULT gen_random_uuid()', {}],
  natural: ['PRIMARY KEY (code)', {}],
  several: ['part int NOT NULL DEFAULT 1, PRIMARY KEY (part, code)', {}],
} as const;

const importers = Object.entries(KEYS).map(([kind, [, options]]) =>
  tableImporter({
    ...{ name: kind, label, table: `host.${kind}`, match: 'code', tenant: null, ...options },
    ...{ columns, duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'] },
    fields: { code: text({ label, required: true }), ...fields },
  }),
);
const test = testEngine({ workers: true, importers });

const dump = async (kind: string) =>
  (await test.pool.query(`SELECT to_jsonb(t)::text AS row, t::text AS whole FROM host.${kind} t ORDER BY 2`)).rows;

const anyRow = fc.record(
  Object.fromEntries(
    Object.entries(TYPES).map(([name, [, , cells]]) => [name, fc.option(cells as fc.Arbitrary<unknown>)]),
  ),
);
const anyRows = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), anyRow), {
    minLength: 1,
    maxLength: 6,
    selector: ([code]) => code,
  })
  .map((rows) => rows.map(([code, row]): JsonObject => JSON.parse(JSON.stringify({ code, ...row }))));

it('imports, finds the same file unchanged, and gives all back, whatever the types, values and keys', async () => {
  await test.pool.query(`
    CREATE EXTENSION IF NOT EXISTS citext; CREATE SCHEMA host;
    CREATE TYPE host_mood AS ENUM ('sad', 'so so', 'glad'); CREATE DOMAIN host_share AS numeric(4, 3) CHECK (VALUE <= 1)`);
  for (const [kind, [key]] of Object.entries(KEYS)) {
    await test.pool.query(`CREATE TABLE host.${kind} (code text NOT NULL, ${tableColumns.join(', ')}, ${key})`);
  }
  let created = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(KEYS)), anyRows, anyRows, async (kind, there, rows) => {
      const run = async (given: readonly JsonObject[]) =>
        test.ended(await test.start({ importer: kind, source: { kind: 'rows', rows: given } }));
      await test.pool.query(`TRUNCATE host.${kind}`);
      await run(there);
      // What no import would write as it stands.
      await test.pool.query(
        `UPDATE host.${kind} SET exact = 20.00, day = 'infinity', moment = '0044-03-15 12:00:00.123456 BC' WHERE code < 'c'`,
      );
      const before = await dump(kind);
      const first = await run(rows);
      created += first.counts.created;
      const imported = await dump(kind);
      const second = await run(rows);
      expect(second.counts).toMatchObject({ created: 0, updated: 0, failed: first.counts.failed });
      expect(await dump(kind)).toEqual(imported);
      for (const { id } of [second, first]) {
        await test.engine.undoImport('ada', id);
        await test.ended(id);
      }
      expect(await dump(kind)).toEqual(before);
    }),
    { numRuns: 60 },
  );
  // Rows that their columns refuse are few.
  expect(created).toBeGreaterThan(60);
});
