import { beforeAll, expect, test } from 'vitest';
import type { FieldRule } from '../../../server/engine/model/fieldRule.ts';
import { createSuggester } from '../../../server/engine/plan/suggestColumns.ts';
import type { GivenSuggestion } from '../../../server/sdk/index.ts';
import { testEngine } from '../../helpers/engine.ts';
import { number, workbook } from '../../sources/xlsx/workbook.ts';
import { goods } from './goods.ts';

/** What the importer's own suggestion does next. */
let suggest: () => Promise<readonly GivenSuggestion[]> = async () => [];
const engine = testEngine({ importers: [{ ...goods, suggestMapping: () => suggest() }], workers: true });

beforeAll(() => engine.context.database.transaction(async (tx) => goods.prepare?.(tx)));

const csv = (...lines: string[]) =>
  ({ kind: 'file', name: 'goods.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) }) as const;
const mapping = [
  { column: 'id', field: 'sku' },
  { column: 'price', field: 'price' },
];
const rules: FieldRule[] = [
  { field: 'source', constant: 'Fair' },
  { field: 'name', join: { columns: ['a', 'b'], separator: ' ' }, steps: [{ case: 'UPPER' }] },
];

async function start(
  input: Partial<Parameters<typeof engine.start>[0]> & Pick<Parameters<typeof engine.start>[0], 'source'>,
) {
  const id = await engine.start({ importer: 'goods', ...input });
  const ended = await engine.ended(id);
  return { ...ended, id };
}

async function stored(sku: string) {
  const { rows } = await engine.pool.query('SELECT name, price, source, sold FROM goods WHERE sku = $1', [sku]);
  return rows[0];
}

test('rules are kept with the import, and apply again to corrected rows and to the file of failed rows', async () => {
  const source = csv('id,a,b,price', 'A,red,lamp,"1.234,50"', 'B,blue,lamp,12.5', ',x,y,1');
  const { id, status } = await start({ source, mapping, fieldRules: rules, format: { locale: 'de' } });
  expect(status).toBe('COMPLETED_WITH_ERRORS');
  expect(await stored('A')).toMatchObject({ name: 'RED LAMP', price: 1234.5, source: 'Fair' });
  expect(await engine.row(id)).toMatchObject({ field_rules: rules });

  const corrections = [{ rowNumber: 2, values: { price: '2.000' } }];
  expect(await engine.engine.checkRows(id, corrections)).toEqual([]);
  await engine.engine.retryFailedRows('test', id, { corrections });
  await engine.ended(id);
  expect(await stored('B')).toMatchObject({ name: 'BLUE LAMP', price: 2000, source: 'Fair' });

  const back = csv('id,a,b,price,sluice_row,sluice_import', `C,x,y,"3,5",3,${id}`);
  const again = await start({ source: back });
  expect(again.status).toBe('COMPLETED');
  expect(await stored('C')).toMatchObject({ name: 'X Y', price: 3.5, source: 'Fair' });
});

test('a dry run says what the import of its rows then does', async () => {
  const source = csv('id,a,b,price', 'D,x,y,"1,5"');
  const tried = await start({ source, mapping, fieldRules: rules, format: { locale: 'de' }, dryRun: true });
  expect(tried.counts).toMatchObject({ created: 1, failed: 0 });
  expect(await stored('D')).toBeUndefined();
  await start({ source: { kind: 'import', importId: tried.id } });
  expect(await stored('D')).toMatchObject({ name: 'X Y', price: 1.5, source: 'Fair' });
});

test("a sheet's numbers are what they are, whatever the locale writes", async () => {
  const rows = [
    ['sku', 'price'],
    ['S1', number(1.234)],
    ['S2', '1.234'],
    ['S3', number(12.5)],
  ];
  const source = { kind: 'file', name: 'goods.xlsx', bytes: workbook([{ name: 'Goods', rows }]) } as const;
  expect((await start({ source, format: { locale: 'de' } })).status).toBe('COMPLETED');
  const prices = await Promise.all(['S1', 'S2', 'S3'].map(stored));
  expect(prices.map(({ price }) => price)).toEqual([1.234, 1234, 12.5]);
});

test('constants that their field refuses are refused at the start', async () => {
  const refused = start({ source: csv('sku', 'E'), fieldRules: [{ field: 'price', constant: '12 €' }] });
  await expect(refused).rejects.toMatchObject({
    issues: [{ path: ['fieldRules', '0', 'constant'], message: { code: 'INVALID_NUMBER' } }],
  });
});

test("rules go before suggestions, and the importer's suggestion before that by headers", async () => {
  suggest = async () => [{ column: 'Bezeichnung', field: 'name' }];
  const source = csv('sku,Bezeichnung,source', 'F,Lampe,web');
  const { id } = await start({ source, fieldRules: [{ field: 'source', constant: 'Fair' }] });
  expect(await stored('F')).toMatchObject({ name: 'Lampe', source: 'Fair' });
  expect(await engine.row(id)).toMatchObject({
    mapping: [
      { column: 'sku', field: 'sku' },
      { column: 'Bezeichnung', field: 'name' },
      { column: 'source', field: null },
    ],
  });
});

test('a suggestion that fails is a warning, and the one by headers stays', async () => {
  suggest = async () => [{ column: 'sku', field: 'nothing' }];
  const { id, status } = await start({ source: csv('sku,name', 'G,Lamp') });
  expect(status).toBe('COMPLETED');
  const { rows } = await engine.pool.query('SELECT code FROM import_warning WHERE import_id = $1', [id]);
  expect(rows).toEqual([{ code: 'SUGGESTION_FAILED' }]);
  const report = await engine.engine.inspectSource({
    ...{ projectId: 'demo', importer: 'goods', source: csv('sku,name', 'G,Lamp') },
  });
  expect(report.suggestedMapping.map(({ field }) => field)).toEqual(['sku', 'name']);
  expect(report.warnings).toMatchObject([{ code: 'SUGGESTION_FAILED' }]);
});

test('a suggestion that never comes is given up', async () => {
  const never = { ...goods, suggestMapping: () => new Promise<never>(() => {}) };
  const { mapping: suggested, warnings } = await createSuggester(engine.context, never, 'demo', 0.01)(['sku'], []);
  expect(suggested).toMatchObject([{ column: 'sku', field: 'sku' }]);
  expect(warnings).toMatchObject([
    { code: 'SUGGESTION_FAILED', params: { cause: { message: expect.stringContaining('0.01 s') } } },
  ]);
});

test('sheets are started together, one import each, or none of them', async () => {
  const rows = (sku: string) => [
    ['sku', 'name'],
    [sku, 'Lamp'],
  ];
  const bytes = workbook([
    { name: 'March', rows: rows('M') },
    { name: 'April', rows: rows('A2') },
  ]);
  const one = (sheet: string) =>
    ({
      projectId: 'demo',
      importer: 'goods',
      source: { kind: 'file', name: 'year.xlsx', bytes },
      format: { sheet },
    }) as const;
  const before = await engine.pool.query('SELECT count(*) FROM import');
  await expect(engine.engine.startImports('test', [one('March'), one('May')])).rejects.toMatchObject({
    issues: [{ path: ['imports', '1', 'format', 'sheet'], message: { code: 'NO_SHEET' } }],
  });
  expect(await engine.pool.query('SELECT count(*) FROM import')).toMatchObject({ rows: before.rows });

  suggest = async () => [];
  const ids = await engine.engine.startImports('test', [one('March'), one('April')]);
  const ended = await Promise.all(ids.map((id) => engine.ended(id)));
  expect(ended.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED']);
  const { rows: names } = await engine.pool.query(
    'SELECT source_name FROM import WHERE id = ANY($1::uuid[]) ORDER BY id',
    [ids],
  );
  expect(names.map(({ source_name }) => source_name)).toEqual(['year.xlsx · March', 'year.xlsx · April']);
  const warnings = await engine.pool.query('SELECT code FROM import_warning WHERE import_id = ANY($1::uuid[])', [ids]);
  expect(warnings.rows).toEqual([]);
});
