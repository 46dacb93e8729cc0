import { beforeEach, describe, expect, test } from 'vitest';
import { type Db, date, number, tableImporter, text } from '../../server/sdk/index.ts';
import { testDatabase } from '../helpers/database.ts';

const sku = text({ label: 'SKU', required: true });
const price = number({ label: 'Price' });
const product = { name: 'products', label: 'Products', table: 'product', match: 'sku' } as const;
const first = tableImporter({ ...product, fields: { sku, price } });
const later = tableImporter({ ...product, fields: { sku, price, madeOn: date({ label: 'Made on' }) } });

const database = testDatabase();
const db: Db = { query: async (text, values) => (await database.pool.query(text, values?.slice())).rows };

/** Whatever there is to say of the table: each change of it shows. */
async function shape(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT a.attname, format_type(a.atttypid, a.atttypmod), obj_description(a.attrelid, 'pg_class')
       FROM pg_attribute a WHERE a.attrelid = 'product'::regclass AND a.attnum > 0 ORDER BY a.attnum`,
  );
  return rows;
}

const columns = async () =>
  (
    await database.pool.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'product' ORDER BY ordinal_position`,
    )
  ).rows.map((row) => row.column_name);

beforeEach(async () => {
  await database.pool.query('DROP TABLE IF EXISTS product');
});

describe('a table that Sluice made', () => {
  test('gets the columns of a later version, and keeps those that are gone', async () => {
    await first.prepare?.(db);
    await later.prepare?.(db);
    await first.prepare?.(db);
    expect(await columns()).toEqual(['id', 'project_id', 'sku', 'price', 'made_on']);
  });

  test('is known by its shape where it was made before tables were marked', async () => {
    await first.prepare?.(db);
    await database.pool.query('COMMENT ON TABLE product IS NULL');
    await later.prepare?.(db);
    expect(await columns()).toContain('made_on');
  });
});

/** Tables of others, and what is said of them. */
const FOREIGN = [
  [
    'id serial PRIMARY KEY, sku text, price numeric',
    'lacks a column made_on of type date, a column project_id of type text (or say which column tells whose a record is, tenant: { column }, or that there is none, tenant: null).',
  ],
  [
    'id uuid PRIMARY KEY, project_id text NOT NULL, sku text, price numeric, UNIQUE (project_id, sku)',
    'lacks a column made_on of type date.',
  ],
  [
    `id uuid PRIMARY KEY, project_id text NOT NULL REFERENCES project ON DELETE CASCADE, sku text, price float8,
     UNIQUE (project_id, sku)`,
    'lacks a column made_on of type date.',
  ],
  [
    'id uuid PRIMARY KEY, project_id text NOT NULL, sku text, price numeric, made_on date, maker text NOT NULL',
    'lacks a default for its column maker, which no field fills.',
  ],
] as const;

describe('a table that others made', () => {
  test.each(FOREIGN)('is refused in one line, and stays as it is: %s', async (definition, lacks) => {
    await database.pool.query(`CREATE TABLE product (${definition})`);
    const before = await shape();
    await expect(later.prepare?.(db)).rejects.toThrow(
      new RegExp(`^the table "product" was not made by Sluice, .*${lacks.replace(/[().{}]/g, '\\$&')} [^\n]*$`),
    );
    expect(await shape()).toEqual(before);
  });

  test('is taken as it is where it has all that is needed', async () => {
    await database.pool.query(
      `CREATE TABLE product (id uuid PRIMARY KEY, project_id varchar(40) NOT NULL, sku varchar(20), price numeric(10,2),
         made_on timestamptz, maker text NOT NULL DEFAULT 'us')`,
    );
    const before = await shape();
    await later.prepare?.(db);
    expect(await shape()).toEqual(before);
  });
});
