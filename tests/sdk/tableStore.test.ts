import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Db, type JsonObject, tableStore } from '../../server/sdk/index.ts';
import { testDatabase } from '../helpers/database.ts';

type Thing = {
  readonly name: string | null;
  readonly code: string | null;
  readonly amount: number | null;
  readonly ratio: number | null;
  readonly active: boolean | null;
  readonly owner: string | null;
  readonly seenAt: string | null;
  readonly day: string | null;
  readonly extra: JsonObject;
};

const store = tableStore<Thing>({
  type: 'thing',
  table: 'a "thing"',
  columns: {
    name: { column: 'na"me', type: 'text' },
    code: { column: 'code', type: 'text' },
    amount: { column: 'amount', type: 'integer' },
    ratio: { column: 'ratio', type: 'double precision' },
    active: { column: 'active', type: 'boolean' },
    owner: { column: 'owner', type: 'uuid' },
    seenAt: { column: 'seen_at', type: 'timestamptz' },
    day: { column: 'day', type: 'date' },
    extra: { column: 'extra', type: 'jsonb' },
  },
  keys: {
    name: { column: 'na"me', value: ({ name }) => name },
    code: { column: 'code', value: ({ code }) => code },
  },
  stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
});

const database = testDatabase();
const db: Db = { query: async (text, values) => (await database.pool.query(text, values?.slice())).rows };
const unlocked = { lock: false };

beforeAll(async () => {
  await database.pool.query(`
    CREATE TABLE "a ""thing""" (
      id uuid PRIMARY KEY, project_id text NOT NULL, "na""me" text, code text, amount int, ratio float8, active bool,
      owner uuid, seen_at timestamptz, day date, extra jsonb NOT NULL, imported_at timestamptz, import_id uuid,
      updated_at timestamptz
    )`);
});

/** A project that no other test sees. */
function newScope() {
  return { projectId: v7(), importId: v7() };
}

function thing(fields: Partial<Thing>): { id: string; fields: Thing } {
  const none = {
    name: null,
    code: null,
    amount: null,
    ratio: null,
    active: null,
    owner: null,
    seenAt: null,
    day: null,
  };
  return { id: v7(), fields: { ...none, extra: {}, ...fields } };
}

const anyText = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const anyThing = fc
  .record({
    name: fc.option(anyText),
    amount: fc.option(fc.integer()),
    ratio: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
    active: fc.option(fc.boolean()),
    owner: fc.option(fc.uuid()),
    seenAt: fc.option(
      fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString()),
    ),
    day: fc.option(
      fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10)),
    ),
    extra: fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null), fc.array(anyText))),
  })
  .map((fields) => thing({ ...fields, extra: JSON.parse(JSON.stringify(fields.extra)) }));

test('what is written is read back as it was, in id order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyThing, { minLength: 1, maxLength: 20 }), async (things) => {
      const scope = newScope();
      await store.insert(db, scope, things.toReversed());
      const ids = things.map(({ id }) => id);
      expect(await store.loadByIds(db, scope, ids, unlocked)).toEqual(
        things.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }),
    { numRuns: 40 },
  );
});

describe('load', () => {
  test('finds by any of several keys, each record once, in id order', async () => {
    const scope = newScope();
    const things = [thing({ name: 'a', code: '1' }), thing({ name: 'b', code: '2' }), thing({ name: 'c', code: '2' })];
    await store.insert(db, scope, things);
    const keys = [
      { key: 'code', value: '2' },
      { key: 'name', value: 'b' },
      { key: 'name', value: 'b' },
      { key: 'name', value: '2' },
    ];
    expect(await store.load(db, scope, keys, unlocked)).toEqual(things.slice(1));
    expect(await store.load(db, scope, [{ key: 'name', value: 'a' }], unlocked)).toEqual(things.slice(0, 1));
    expect(await store.load(db, scope, [], unlocked)).toEqual([]);
  });

  test('a key that the table does not have is a mistake of the importer, told by name', async () => {
    await expect(store.load(db, newScope(), [{ key: 'size', value: '1' }], unlocked)).rejects.toThrow('no key "size"');
  });

  test('with lock nobody else can lock what was found until the transaction ends', async () => {
    const scope = newScope();
    const things = [thing({ name: 'a' }), thing({ name: 'b' })];
    await store.insert(db, scope, things);
    const client = await database.pool.connect();
    const free = 'SELECT id FROM "a ""thing""" WHERE project_id = $1 FOR UPDATE SKIP LOCKED';
    const inTransaction: Db = { query: async (text, values) => (await client.query(text, values?.slice())).rows };
    try {
      await client.query('BEGIN');
      await store.load(inTransaction, scope, [{ key: 'name', value: 'a' }], { lock: true });
      expect(await db.query(free, [scope.projectId])).toEqual([{ id: things[1]?.id }]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('keys mean the keys of records, without those that are null', () => {
    expect(store.keysOf(thing({ name: 'a' }).fields)).toEqual([{ key: 'name', value: 'a' }]);
  });
});

test('nothing reaches into another project', async () => {
  const scope = newScope();
  const other = newScope();
  const mine = thing({ name: 'same' });
  await store.insert(db, scope, [mine]);
  await store.update(db, other, [{ ...mine, fields: { ...mine.fields, name: 'stolen' } }]);
  await store.remove(db, other, [mine.id]);
  expect(await store.load(db, other, [{ key: 'name', value: 'same' }], unlocked)).toEqual([]);
  expect(await store.loadByIds(db, other, [mine.id], unlocked)).toEqual([]);
  expect(await store.loadByIds(db, scope, [mine.id], unlocked)).toEqual([mine]);
});

test('a creation is stamped with its import and time, a change with its time only', async () => {
  const scope = newScope();
  const [kept, changed] = [thing({ name: 'kept' }), thing({ name: 'changed' })];
  await store.insert(db, scope, [kept, changed]);
  const later = { ...scope, importId: v7() };
  await store.update(db, later, [{ ...changed, fields: { ...changed.fields, name: 'new', extra: { a: [1] } } }]);
  const stamps = await db.query<{ name: string; of_first: boolean; imported: boolean; updated: boolean }>(
    `SELECT "na""me" AS name, import_id = $2 AS of_first, imported_at IS NOT NULL AS imported,
            updated_at IS NOT NULL AS updated
       FROM "a ""thing""" WHERE project_id = $1 ORDER BY id`,
    [scope.projectId, scope.importId],
  );
  expect(stamps).toEqual([
    { name: 'kept', of_first: true, imported: true, updated: false },
    { name: 'new', of_first: true, imported: true, updated: true },
  ]);
  expect((await store.loadByIds(db, scope, [changed.id], unlocked))[0]?.fields.extra).toEqual({ a: [1] });
});

test('what is removed is gone, and the rest stays', async () => {
  const scope = newScope();
  const [gone, stays] = [thing({ name: 'gone' }), thing({ name: 'stays' })];
  await store.insert(db, scope, [gone, stays]);
  await store.remove(db, scope, [gone.id, v7()]);
  expect(await store.loadByIds(db, scope, [gone.id, stays.id], unlocked)).toEqual([stays]);
});
