import { beforeEach, describe, expect, it } from 'vitest';
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
const sku = text({ label, required: true });
const UPDATE_FIRST = { duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'] } as const;

/** Integer keys by a sequence, one shop of several, an enum, a default, a generated column. */
const products = tableImporter({
  ...{ name: 'products', label, table: 'shop.product', match: ['sku', 'size'], ...UPDATE_FIRST },
  tenant: { column: 'shop_id', value: (projectId) => (projectId === 'demo' ? 7 : 8) },
  fields: {
    sku,
    size: text({ label }),
    price: decimal({ label }),
    state: choice(['draft', 'on sale'], { label }),
    stock: integer({ label }),
    tags: list(text({ label }), { label }),
  },
});
/** Prisma's manner: quoted names, cuids by the client, times kept by the client. */
let cuids = 0;
const customers = tableImporter({
  ...{ name: 'customers', label, table: { name: 'Customer' }, match: 'email', ignoreCase: true, tenant: null },
  ...{ newId: () => `cuid${++cuids}`, stamps: { created: 'createdAt', changed: 'updatedAt' }, ...UPDATE_FIRST },
  columns: { fullName: 'fullName' },
  fields: { email: text({ label, required: true }), fullName: text({ label }), code: text({ label }) },
});
/** A natural key of two columns. */
const prices = tableImporter({
  ...{ name: 'prices', label, table: 'shop.price', match: ['country', 'article'], tenant: null, ...UPDATE_FIRST },
  fields: { country: text({ label }), article: bigint({ label }), amount: number({ label }) },
});
const view = tableImporter({
  ...{ name: 'viewed', label, table: 'shop.listed', match: 'sku', tenant: null, key: ['id'], ...UPDATE_FIRST },
  newId: { sql: `nextval('shop.product_id_seq')` },
  fields: { sku, price: decimal({ label }) },
});

const test = testEngine({ workers: true, importers: [products, customers, prices, view] });

const run = async (importer: string, rows: readonly JsonObject[], rest: object = {}) =>
  test.ended(await test.start({ importer, source: { kind: 'rows', rows }, ...rest }));
const undo = async (id: string) => {
  await test.engine.undoImport('ada', id);
  await test.ended(id);
};
const all = async (table: string) => (await test.pool.query(`SELECT * FROM ${table} ORDER BY 1, 2`)).rows;
const reasons = async (id: string) =>
  (await test.pool.query('SELECT errors FROM failed_row WHERE import_id = $1 ORDER BY row_number', [id])).rows.map(
    ({ errors }) => errors[0],
  );

beforeEach(async () => {
  await test.pool.query(`
    DROP SCHEMA IF EXISTS shop CASCADE;
    DROP TABLE IF EXISTS "Customer";
    CREATE SCHEMA shop;
    CREATE TYPE shop.state AS ENUM ('draft', 'on sale');
    CREATE TABLE shop.product (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, shop_id bigint NOT NULL DEFAULT 9, sku varchar(20) NOT NULL,
      size text, price numeric(10,2), state shop.state NOT NULL DEFAULT 'draft', stock int NOT NULL DEFAULT 1 + 1,
      tags text[] NOT NULL DEFAULT '{}', label text GENERATED ALWAYS AS (upper(sku)) STORED,
      UNIQUE (shop_id, sku, size));
    INSERT INTO shop.product (shop_id, sku, price) VALUES (8, 'A-1', 5);
    CREATE TABLE "Customer" (
      id text PRIMARY KEY, email text NOT NULL, "fullName" text, code text UNIQUE,
      "createdAt" timestamp(3) NOT NULL, "updatedAt" timestamp(3) NOT NULL);
    CREATE UNIQUE INDEX ON "Customer" (lower(email));
    CREATE TABLE shop.price (country char(2), article bigint, amount numeric, PRIMARY KEY (country, article));
    CREATE VIEW shop.listed AS SELECT id, sku, price FROM shop.product WHERE shop_id = 9`);
});

const LAMP = { sku: 'A-1', size: 'L', price: '20', state: 'On sale', tags: 'new, red' };
const CHAIR = { sku: 'A-1', price: '19.999' };

describe('a table with a sequence, a tenant and defaults', () => {
  it('takes ids, defaults and types from the database, and gives everything back', async () => {
    const before = await all('shop.product');
    const first = await run('products', [LAMP, CHAIR]);
    expect(first.counts).toMatchObject({ created: 2 });
    expect(await all('shop.product WHERE shop_id = 7')).toEqual(
      [
        {
          id: '2',
          shop_id: '7',
          sku: 'A-1',
          size: 'L',
          price: '20.00',
          state: 'on sale',
          stock: 2,
          tags: '{new,red}',
          label: 'A-1',
        },
        {
          id: '3',
          shop_id: '7',
          sku: 'A-1',
          size: null,
          price: '20.00',
          state: 'draft',
          stock: 2,
          tags: '{}',
          label: 'A-1',
        },
      ].map((row) => ({ ...row, tags: row.tags === '{}' ? [] : ['new', 'red'] })),
    );
    const again = await run('products', [LAMP, CHAIR]);
    expect(again.counts).toMatchObject({ unchanged: 2, updated: 0 });
    const changed = await run('products', [
      { ...LAMP, stock: 5 },
      { ...CHAIR, price: '1' },
    ]);
    expect(changed.counts).toMatchObject({ updated: 2 });
    for (const { id } of [changed, again, first]) await undo(id);
    expect(await all('shop.product')).toEqual(before);
  });

  it('takes no number of the sequence in a dry run', async () => {
    const dry = await run('products', [LAMP, { ...LAMP, price: '3' }], { dryRun: true });
    expect(dry.counts).toMatchObject({ created: 1, updated: 1 });
    await run('products', [LAMP]);
    expect(await all('shop.product WHERE shop_id = 7')).toMatchObject([{ id: '2' }]);
  });

  it('fails a row that several records match', async () => {
    await test.pool.query(`INSERT INTO shop.product (shop_id, sku) VALUES (7, 'A-1'), (7, 'A-1')`);
    const ended = await run('products', [CHAIR]);
    expect(ended.counts).toMatchObject({ failed: 1 });
    expect(await reasons(ended.id)).toMatchObject([{ code: 'AMBIGUOUS_MATCH' }]);
  });
});

describe('a table with keys of the author', () => {
  const ADA = { email: 'Ada@x.example', fullName: 'Ada', code: '1' };

  it('matches without case and keeps its times', async () => {
    const first = await run('customers', [ADA]);
    const [made] = await all('"Customer"');
    expect(made).toMatchObject({ id: expect.stringMatching(/^cuid/), createdAt: expect.any(Date) });
    const second = await run('customers', [{ ...ADA, email: 'ADA@x.example', fullName: 'Ada L.' }]);
    expect(second.counts).toMatchObject({ updated: 1 });
    const [changed] = await all('"Customer"');
    expect(changed.updatedAt.getTime()).toBeGreaterThan(made.updatedAt.getTime());
    await undo(second.id);
    expect(await all('"Customer"')).toEqual([made]);
    await undo(first.id);
    expect(await all('"Customer"')).toEqual([]);
  });

  it('fails a row of a value that another record has, and names the constraint, in a dry run too', async () => {
    const rows = [ADA, { email: 'bob@x.example', code: '1' }];
    for (const dryRun of [true, false]) {
      const ended = await run('customers', rows, { dryRun });
      expect(ended.counts).toMatchObject({ created: 1, failed: 1 });
      expect(await reasons(ended.id)).toMatchObject([
        { code: 'UNIQUE_CONSTRAINT', field: 'code', value: '1', params: { name: 'Customer_code_key' } },
      ]);
    }
  });
});

describe('a table whose key is its fields', () => {
  it('finds, changes and gives back records by both', async () => {
    const rows = [
      { country: 'de', article: '9007199254740993', amount: 1 },
      { country: 'at', article: '9007199254740993', amount: 2 },
    ];
    const first = await run('prices', rows);
    expect(first.counts).toMatchObject({ created: 2 });
    const next = [rows[0] ?? {}, { ...rows[1], amount: 3 }];
    const second = await run('prices', next);
    expect(second.counts).toMatchObject({ unchanged: 1, updated: 1 });
    await undo(second.id);
    expect(await all('shop.price')).toMatchObject([
      { country: 'at', amount: '2' },
      { country: 'de', amount: '1' },
    ]);
    await undo(first.id);
    expect(await all('shop.price')).toEqual([]);
  });

  it('fails a row that says nothing of what it is matched by', async () => {
    const ended = await run('prices', [{ amount: 1 }]);
    expect(await reasons(ended.id)).toMatchObject([{ code: 'NOTHING_TO_MATCH' }]);
  });
});

describe('a view', () => {
  it('is written to like a table', async () => {
    const first = await run('viewed', [{ sku: 'V-1', price: '2' }]);
    expect(first.counts).toMatchObject({ created: 1 });
    const second = await run('viewed', [{ sku: 'V-1', price: '3' }]);
    expect(second.counts).toMatchObject({ updated: 1 });
    expect(await all('shop.listed')).toMatchObject([{ sku: 'V-1', price: '3.00' }]);
    await undo(second.id);
    await undo(first.id);
    expect(await all('shop.listed')).toEqual([]);
  });
});

void [boolean, date, json, time, timestamp, timestamptz, uuid];
