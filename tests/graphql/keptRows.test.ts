import { beforeEach, expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi({ importers: [contacts], workers: true });

const ANN = { Name: 'Ann Lee', Email: 'ann@x.example', Notes: 'tall' };
const BOB = { 'Secondary Name': 'Bob Ray', 'Secondary Email': 'bob@x.example' };
const renamed = { ...BOB, 'Secondary Name': 'Robert Ray' };

type Cells = Readonly<Record<string, string>>;
type Given = { readonly dryRun?: boolean; readonly onDuplicate?: 'SKIP' | 'ENRICH' | 'UPDATE' };

const importRows = (rows: readonly Cells[], given: Given = {}) =>
  api.engine.start({ importer: 'contacts', source: { kind: 'rows', rows }, ...given });

async function resultsOf(id: string) {
  const { data, errors } = await api.graphql(
    `query ($id: ID!) { import(id: $id) {
       counts { unchanged skipped }
       skipped: rowResults(outcome: SKIPPED) { totalCount edges { node { rowNumber outcome keptValues { field } } } }
       warned: rowResults(outcome: SKIPPED, warning: "VALUES_KEPT") { totalCount edges { node { rowNumber } } }
       unchanged: rowResults(outcome: UNCHANGED) { totalCount edges { node { rowNumber outcome } } } } }`,
    { id },
    'viewer',
  );
  expect(errors).toBeUndefined();
  return data.import;
}

beforeEach(async () => {
  await api.engine.pool.query('TRUNCATE contact, provenance, import CASCADE');
  await importRows([{ ...ANN, ...BOB }]);
});

test.each([{}, { dryRun: true }])(
  'a row of two contacts is skipped where one of them kept its values: %o',
  async (given) => {
    const id = await importRows(
      [
        { ...ANN, ...renamed },
        { ...ANN, ...BOB },
      ],
      given,
    );
    const results = await resultsOf(id);
    expect(results).toMatchObject({
      counts: { unchanged: 1, skipped: 1 },
      skipped: {
        totalCount: 1,
        edges: [{ node: { rowNumber: 1, outcome: 'SKIPPED', keptValues: [{ field: 'firstName' }] } }],
      },
      warned: { totalCount: 1, edges: [{ node: { rowNumber: 1 } }] },
      unchanged: { totalCount: 1, edges: [{ node: { rowNumber: 2, outcome: 'UNCHANGED' } }] },
    });
  },
);

test('an undo of such a row changes neither', async () => {
  const id = await importRows([{ ...ANN, ...renamed }]);
  await api.engine.engine.undoImport('test', id);
  expect((await api.engine.ended(id)).status).toBe('UNDONE');
  const { rows } = await api.engine.pool.query('SELECT first_name FROM contact ORDER BY first_name');
  expect(rows).toEqual([{ first_name: 'Ann' }, { first_name: 'Bob' }]);
});

test('a row that names one contact twice changes nothing of it where the policy is SKIP', async () => {
  const phone = '+16175550142';
  await importRows([{ Name: 'Cyd Orr', Email: 'cyd@x.example', Phone: phone }]);
  const owner = { 'Secondary Name': 'Cyd Orr', 'Secondary Phone': phone };
  const id = await importRows([{ Name: 'Cyd Orr', Email: 'cyd@x.example', ...owner, Tag: 'new' }], {
    onDuplicate: 'SKIP',
  });
  expect(await api.engine.row(id)).toMatchObject({ status: 'COMPLETED', created: 0, updated: 0, skipped: 1 });
  const { rows } = await api.engine.pool.query("SELECT metadata FROM contact WHERE email = 'cyd@x.example'");
  expect(rows).toEqual([{ metadata: {} }]);
});
