import { beforeEach, describe, expect, it } from 'vitest';
import {
  boolean,
  customField,
  date,
  type Json,
  type JsonObject,
  number,
  tableImporter,
  text,
} from '../../server/sdk/index.ts';
import { testEngine } from '../helpers/engine.ts';
import { textOf } from '../helpers/saying.ts';

const wares = tableImporter({
  name: 'wares',
  label: 'Wares',
  table: 'ware',
  match: 'sku',
  fields: {
    sku: text({ label: 'SKU', required: true }),
    price: number({ label: 'Price' }),
    weight: number({ label: 'Weight' }),
    stock: number({ label: 'Stock' }),
    exactPrice: text({ label: 'Exact price' }),
    share: number({ label: 'Share' }),
    madeOn: date({ label: 'Made on' }),
    soldAt: text({ label: 'Sold at' }),
    state: text({ label: 'State' }),
    code: text({ label: 'Code' }),
    active: boolean({ label: 'Active' }),
    extra: customField('extra', { label: 'Extra' }, (cell) => cell as Exclude<Json, null>),
  },
  columnTypes: { soldAt: 'timestamptz' },
  duplicatePolicies: ['UPDATE', 'ENRICH', 'SKIP', 'FAIL'],
});

const test = testEngine({ workers: true, importers: [wares] });
const start = (rows: readonly JsonObject[], rest: object = {}) =>
  test.start({ importer: 'wares', source: { kind: 'rows', rows }, ...rest });
const undo = async (id: string) => {
  await test.engine.undoImport('ada', id);
  await test.ended(id);
};
const stored = async (columns: string) => (await test.pool.query(`SELECT ${columns} FROM ware ORDER BY sku`)).rows;

beforeEach(async () => {
  await test.pool.query(`
    DROP TABLE IF EXISTS ware;
    DROP TYPE IF EXISTS ware_state;
    DROP DOMAIN IF EXISTS ratio;
    CREATE TYPE ware_state AS ENUM ('new', 'old');
    CREATE DOMAIN ratio AS numeric(4, 3) CHECK (VALUE <= 1);
    CREATE TABLE ware (
      id uuid PRIMARY KEY, project_id text NOT NULL, sku varchar(20) NOT NULL, price numeric(10,2), weight real,
      stock bigint, exact_price numeric(12,4), share ratio, made_on timestamptz, sold_at timestamptz(0), state ware_state,
      code char(8), active integer, extra json, UNIQUE (project_id, sku))`);
});

const LAMP = {
  ...{ sku: 'A-1', price: '20.00', weight: '0.1', stock: '9007199254740991', exactPrice: '20', share: '0.25' },
  ...{ madeOn: '2026-03-01', soldAt: '2026-03-02T10:00:00.000Z', state: 'new', code: 'ab', active: 'yes' },
  extra: { b: [1], a: 'x' },
};
const CHAIR = { sku: 'A-2', price: '19.5', state: 'old', active: 'no' };

describe('a table of a host, whose columns are of other types than fields', () => {
  it('finds the same file unchanged, and gives every row back', async () => {
    const first = await test.ended(await start([LAMP, CHAIR]));
    expect(first).toMatchObject({ status: 'COMPLETED', counts: { created: 2 } });
    const again = await test.ended(await start([LAMP, CHAIR]));
    expect(again).toMatchObject({ status: 'COMPLETED', counts: { unchanged: 2, updated: 0 } });
    await undo(again.id);
    expect(await test.engine.undoPreview(first.id)).toEqual({ reversed: 2, kept: 0, errored: 0 });
    await undo(first.id);
    expect(await stored('sku')).toEqual([]);
  });

  it('keeps a number of 16 digits as it is, and a text that is too long fails its row uncut', async () => {
    const long = { sku: 'A-3', code: 'longer than eight' };
    const ended = await test.ended(await start([{ ...LAMP, exactPrice: '12345678.1234' }, long]));
    expect(ended.counts).toMatchObject({ created: 1, failed: 1 });
    expect(await stored('stock, exact_price')).toEqual([{ stock: '9007199254740991', exact_price: '12345678.1234' }]);
  });

  it('says which values it rounds, the first time and each other time', async () => {
    const exact = { ...LAMP, price: '19.999', soldAt: '2026-03-02T10:00:00.700Z', exactPrice: '1.00004' };
    for (const counts of [{ created: 1 }, { unchanged: 1, updated: 0 }]) {
      const ended = await test.ended(await start([exact]));
      expect(ended.counts).toMatchObject(counts);
      const { rows } = await test.pool.query(
        'SELECT "column", reason FROM import_warning WHERE import_id = $1 AND code = $2 ORDER BY 1',
        [ended.id, 'VALUE_ROUNDED'],
      );
      expect(rows.map((row) => row.column)).toEqual(['exactPrice', 'price', 'soldAt']);
      expect(textOf(rows[1].reason)).toContain('19.999 to 20.');
    }
    expect(await stored('price')).toEqual([{ price: '20.00' }]);
  });

  it('compares rows of one chunk as if each were by itself', async () => {
    const prices = ['19.999', '20.001', '20.01', '20.009'].map((price) => ({ sku: 'A-1', price }));
    const ended = await test.ended(await start(prices));
    expect(ended.counts).toMatchObject({ created: 1, unchanged: 2, updated: 1 });
  });

  it('fails the row whose value the column does not know, in a dry run too', async () => {
    for (const dryRun of [true, false]) {
      const ended = await test.ended(await start([LAMP, { sku: 'A-3', state: 'broken' }, CHAIR], { dryRun }));
      expect(ended.counts).toMatchObject({ created: 2, failed: 1 });
      const correction = { rowNumber: 2, values: { state: 'lost' } };
      const checked = await test.engine.checkRows(ended.id, [correction]);
      expect(checked.map(({ errors }) => errors[0]?.code)).toEqual(['REFUSED_BY_DATABASE']);
    }
  });

  it('leaves alone what a column holds beyond its field, where the row says nothing else', async () => {
    await test.ended(await start([LAMP]));
    await test.pool.query(`UPDATE ware SET made_on = '2026-03-01T17:30Z', exact_price = 20.1234`);
    const changed = { ...LAMP, exactPrice: '20.1234', price: '21' };
    const ended = await test.ended(await start([changed]));
    expect(ended.counts).toMatchObject({ updated: 1 });
    const at = `to_char(made_on AT TIME ZONE 'UTC', 'HH24:MI') AS at, price`;
    expect(await stored(at)).toEqual([{ at: '17:30', price: '21.00' }]);
    await undo(ended.id);
    expect(await stored(at)).toEqual([{ at: '17:30', price: '20.00' }]);
  });

  it('follows a column that was changed between two imports', async () => {
    await test.ended(await start([CHAIR]));
    await test.pool.query('ALTER TABLE ware ALTER price TYPE numeric(10,0)');
    const ended = await test.ended(await start([CHAIR]));
    expect(ended.counts).toMatchObject({ unchanged: 1 });
  });
});
