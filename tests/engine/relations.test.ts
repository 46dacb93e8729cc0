import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prepareImporters } from '../../server/engine/store/importers.ts';
import type { JsonObject } from '../../server/sdk/index.ts';
import { testApi } from '../helpers/api.ts';
import { offers, PRODUCT_TABLES, products, SHELF, sections } from '../helpers/products.ts';
import { until } from '../helpers/until.ts';

const api = testApi({ workers: true, importers: [products, sections, offers] });
const query = async (sql: string, values: unknown[] = []) => (await api.engine.pool.query(sql, values)).rows;

beforeAll(async () => {
  await query(PRODUCT_TABLES);
  await prepareImporters(api.engine.context.database, [products, sections, offers]);
});
beforeEach(() =>
  query(
    'TRUNCATE product, section, offer, product_tag, category, brand, tag, entity_match, entity_rule, import CASCADE',
  ),
);

async function importRows(rows: readonly JsonObject[], input: object = {}): Promise<string> {
  const id = await api.engine.start({ importer: 'products', mode: 'SYNC', source: { kind: 'rows', rows }, ...input });
  await api.engine.ended(id);
  return id;
}

const counts = async (id: string) => {
  const { status, created, updated, unchanged, skipped, failed } = await api.engine.row(id);
  return { status, created, updated, unchanged, skipped, failed };
};

const errorsOf = async (id: string) =>
  (await query('SELECT errors FROM failed_row WHERE import_id = $1 ORDER BY row_number', [id])).map(
    ({ errors }) => errors,
  );

const shelf = () => query(SHELF);

const addBrand = async (name: string, code: string | null = null, project = 'demo'): Promise<string> => {
  const insert = 'INSERT INTO brand (project_id, name, code) VALUES ($1, $2, $3) RETURNING id::text';
  return (await query(insert, [project, name, code]))[0].id;
};

describe('a reference', () => {
  it('finds records whatever their case and spaces, creates each that is missing once, and says so', async () => {
    await query(`INSERT INTO category (project_id, name) VALUES ('demo', 'Garden  Tools'), ('other', 'Kitchen')`);
    await addBrand('Acme', 'AC');
    await addBrand('AC', 'X', 'other');
    const id = await importRows(
      [
        { SKU: '1', Category: 'garden tools', Brand: 'ac', Unit: 'piece', Tags: 'red; big' },
        { SKU: '2', Category: 'Kitchen', Brand: ' ACME ', Tags: 'Red;RED;round' },
        { SKU: '3', Category: 'KITCHEN ', Tags: '' },
      ],
      { chunkSize: 2 },
    );
    expect(await counts(id)).toMatchObject({ status: 'COMPLETED', created: 3 });
    expect(await shelf()).toEqual([
      { sku: '1', category: 'Garden  Tools', brand: 'Acme', unit: 'u1', tags: ['big', 'red'] },
      { sku: '2', category: 'Kitchen', brand: 'Acme', unit: null, tags: ['red', 'round'] },
      { sku: '3', category: 'Kitchen', brand: null, unit: null, tags: [] },
    ]);
    expect(await query(`SELECT count(*)::int AS count FROM category WHERE project_id = 'demo'`)).toEqual([
      { count: 2 },
    ]);
    const added = await query('SELECT "column", count FROM import_warning WHERE import_id = $1 ORDER BY 1', [id]);
    expect(added).toEqual([
      { column: 'Category', count: 1 },
      { column: 'Tags', count: 3 },
    ]);
    const again = await importRows([
      { SKU: '1', Category: 'garden tools', Brand: 'ac', Unit: 'piece', Tags: 'red; big' },
      { SKU: '2', Category: 'Kitchen', Brand: ' ACME ', Tags: 'Red;RED;round' },
    ]);
    expect(await counts(again)).toMatchObject({ unchanged: 2 });
  });

  it('fails a row that names nothing or several, and makes nothing for a row that fails', async () => {
    await addBrand('Twin');
    await addBrand('twin');
    const id = await importRows([
      { SKU: '1', Unit: 'Pallet', Category: 'Never' },
      { SKU: '2', Brand: 'TWIN' },
      { SKU: '3', Brand: 'Twin' },
    ]);
    expect(await counts(id)).toMatchObject({ created: 1, failed: 2 });
    expect(await errorsOf(id)).toMatchObject([
      [
        {
          code: 'REFERENCE_NOT_FOUND',
          field: 'unit',
          column: 'Unit',
          value: 'Pallet',
          params: { target: 'unit', names: ['name'] },
        },
      ],
      [{ code: 'UNRESOLVED_REFERENCE', field: 'brand', value: 'TWIN', waitsFor: 'table:brand:twin|' }],
    ]);
    expect(await query('SELECT FROM category')).toEqual([]);
  });

  it('creates nothing that no record takes', async () => {
    await importRows([{ SKU: '1', Category: 'A', Tags: 'x' }]);
    const id = await importRows([{ SKU: '1', Category: 'B', Tags: 'y' }], { onDuplicate: 'ENRICH' });
    expect(await shelf()).toMatchObject([{ category: 'A', tags: ['x', 'y'] }]);
    expect(await counts(id)).toMatchObject({ updated: 1 });
    await importRows([{ SKU: '1', Category: 'C', Tags: 'z' }], { onDuplicate: 'SKIP' });
    expect(await query('SELECT name FROM category')).toEqual([{ name: 'A' }]);
    await importRows([{ SKU: '1', Category: 'D', Tags: 'z' }], { onDuplicate: 'UPDATE' });
    expect(await shelf()).toMatchObject([{ category: 'D', tags: ['z'] }]);
  });

  it('is previewed by a dry run, over chunks, which creates nothing', async () => {
    const rows = [
      { SKU: '1', Category: 'A', Tags: 'x' },
      { SKU: '2', Category: 'a', Tags: 'X; y' },
      { SKU: '3', Category: 'B' },
    ];
    const id = await importRows(rows, { dryRun: true, chunkSize: 1 });
    expect(await counts(id)).toMatchObject({ status: 'COMPLETED', created: 3 });
    expect(await query('SELECT FROM category UNION ALL SELECT FROM tag UNION ALL SELECT FROM product')).toEqual([]);
    const made = await query(
      'SELECT record_type AS type, row_number AS row FROM provenance WHERE import_id = $1 AND related ORDER BY seq',
      [id],
    );
    expect(made).toEqual([
      { type: 'category', row: 1 },
      { type: 'tag', row: 1 },
      { type: 'tag', row: 2 },
      { type: 'category', row: 3 },
    ]);
  });
});

describe('a reference to the own table', () => {
  const parents = () =>
    query(`SELECT section.name, parent.name AS parent FROM section
             LEFT JOIN section parent ON parent.id::text = section.parent_id ORDER BY 1`);

  it.each([1, 3, 50])('finds earlier rows of the file, in chunks of %i', async (chunkSize) => {
    const rows = [
      { Name: 'Root' },
      { Name: 'Branch', Parent: 'ROOT' },
      { Name: 'Leaf', Parent: 'branch' },
      { Name: 'Early', Parent: 'Late' },
      { Name: 'Late', Parent: 'Root' },
    ];
    const dry = await importRows(rows, { importer: 'sections', chunkSize, dryRun: true });
    const id = await importRows(rows, { importer: 'sections', chunkSize });
    expect(await counts(id)).toEqual(await counts(dry));
    expect(await counts(id)).toMatchObject({ created: 4, failed: 1 });
    expect(await errorsOf(id)).toMatchObject([[{ code: 'REFERENCE_NOT_FOUND', field: 'parent', value: 'Late' }]]);
    expect(await parents()).toEqual([
      { name: 'Branch', parent: 'Root' },
      { name: 'Late', parent: 'Root' },
      { name: 'Leaf', parent: 'Branch' },
      { name: 'Root', parent: null },
    ]);
  });
});

describe('two imports at the same time', () => {
  it('create a record once, also where the table has no rule against two', async () => {
    await query('ALTER TABLE category DROP CONSTRAINT category_project_id_name_key');
    const rows = Array.from({ length: 40 }, (_, index) => ({
      SKU: `${index}`,
      Code: `${index}`,
      Category: `C${index % 8}`,
    }));
    const input = { mode: 'ASYNC' as const, source: { kind: 'rows' as const, rows }, chunkSize: 4 };
    const ids = [
      await api.engine.start({ ...input, importer: 'products' }),
      await api.engine.start({ ...input, importer: 'offers' }),
    ];
    for (const id of ids) expect(await api.engine.ended(id)).toMatchObject({ status: 'COMPLETED' });
    expect(await query('SELECT count(*)::int AS count, count(DISTINCT name)::int AS names FROM category')).toEqual([
      { count: 8, names: 8 },
    ]);
  });
});

describe('an undo', () => {
  it('takes back what was created when nothing else refers to it, and says why it keeps the rest', async () => {
    const first = await importRows([
      { SKU: '1', Category: 'Gone', Tags: 'gone' },
      { SKU: '2', Category: 'Used', Tags: 'used' },
      { SKU: '3', Category: 'Edited' },
    ]);
    await importRows([{ SKU: '4', Category: 'used', Tags: 'USED' }]);
    await query(`UPDATE category SET note = 'mine' WHERE name = 'Edited'`);
    await api.engine.engine.undoImport('test', first);
    await until(async () => (await api.engine.row(first)).status === 'UNDONE', { what: 'the undo' });
    expect(await shelf()).toMatchObject([{ sku: '4', category: 'Used', tags: ['used'] }]);
    expect(await query('SELECT name FROM category ORDER BY 1')).toEqual([{ name: 'Edited' }, { name: 'Used' }]);
    expect(await query('SELECT name FROM tag')).toEqual([{ name: 'used' }]);
    const kept = await query(
      `SELECT reason->>'code' AS code FROM undo_entry WHERE import_id = $1 AND result = 'KEPT' ORDER BY 1`,
      [first],
    );
    expect(kept.map(({ code }) => code)).toEqual(['RECORD_CHANGED', 'RECORD_REFERRED_TO', 'RECORD_REFERRED_TO']);
  });

  it('restores the list of a record', async () => {
    await importRows([{ SKU: '1', Tags: 'a; b' }]);
    const second = await importRows([{ SKU: '1', Tags: 'b; c' }], { onDuplicate: 'UPDATE' });
    expect(await shelf()).toMatchObject([{ tags: ['b', 'c'] }]);
    await api.engine.engine.undoImport('test', second);
    await until(async () => (await api.engine.row(second)).status === 'UNDONE', { what: 'the undo' });
    expect(await shelf()).toMatchObject([{ tags: ['a', 'b'] }]);
    expect(await query('SELECT name FROM tag ORDER BY 1')).toEqual([{ name: 'a' }, { name: 'b' }]);
  });
});

describe('the review queue', () => {
  const ask = async (text: string, variables = {}) => {
    const { data, errors } = await api.graphql(text, variables, 'editor');
    expect(errors).toBeUndefined();
    return data;
  };
  const QUEUE = `{ entityMatches(projectId: "demo") { edges { node { id kind target label name waitingRows candidates { entityId name } } } } }`;
  const queue = async () => (await ask(QUEUE)).entityMatches.edges.map(({ node }: { node: object }) => node);
  const decide = (decisions: readonly object[]) =>
    ask(
      `mutation ($decisions: [EntityMatchDecisionInput!]!) { decideEntityMatches(input: { projectId: "demo", decisions: $decisions }) {
         ... on Error { code message } ... on ReviewEntitiesSuccess { data { decided releasedRows } } } }`,
      { decisions },
    );

  it('holds rows until a name is decided on, finishes them, and remembers the decision', async () => {
    const acme = await addBrand('Acme Corporation');
    await addBrand('Acme Corporations', null, 'other');
    const rows = [
      { SKU: '1', Brand: 'Acme Corp' },
      { SKU: '2', Brand: 'New Co' },
      { SKU: '3', Brand: 'Noname' },
      { SKU: '4', Brand: 'acme  corp' },
    ];
    const id = await importRows(rows);
    expect(await counts(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', failed: 4 });
    const open = await queue();
    expect(open).toMatchObject([
      {
        kind: 'RECORD',
        target: 'brand',
        label: 'Brand',
        name: 'Acme Corp',
        waitingRows: 2,
        candidates: [{ entityId: acme }],
      },
      { name: 'New Co', waitingRows: 1 },
      { name: 'Noname', waitingRows: 1 },
    ]);
    const answer = await decide([
      { id: open[0].id, action: 'LINK', entityId: acme },
      { id: open[1].id, action: 'CREATE' },
      { id: open[2].id, action: 'IGNORE' },
    ]);
    expect(answer).toEqual({ decideEntityMatches: { data: { decided: 3, releasedRows: 4 } } });
    await until(async () => (await counts(id)).status === 'COMPLETED', { what: 'the import to complete' });
    expect((await shelf()).map(({ brand }) => brand)).toEqual(['Acme Corporation', 'New Co', null, 'Acme Corporation']);
    const later = await importRows([
      { SKU: '5', Brand: 'ACME CORP' },
      { SKU: '6', Brand: 'noname' },
    ]);
    expect(await counts(later)).toMatchObject({ status: 'COMPLETED', created: 2 });
    expect((await shelf()).slice(4).map(({ brand }) => brand)).toEqual(['Acme Corporation', null]);
  });

  it('lets a rule be set, listed and deleted, and never reaches a record of another project', async () => {
    const theirs = await addBrand('Theirs', null, 'other');
    const ours = await addBrand('Ours');
    const set = (entityId: string) =>
      ask(
        `mutation ($id: ID!) { setEntityRule(input: { projectId: "demo", kind: RECORD, target: "brand", name: "Us", entityId: $id }) {
           __typename ... on Error { code message } } }`,
        { id: entityId },
      );
    expect(await set(theirs)).toMatchObject({ setEntityRule: { __typename: 'InvalidInputError' } });
    expect(await set(ours)).toMatchObject({ setEntityRule: { __typename: 'ReviewEntitiesSuccess' } });
    const RULES = `{ entityRules(projectId: "demo", kind: RECORD, target: "brand") { edges { node { key target entityName } } }
      entityOptions(projectId: "demo", kind: RECORD, target: "brand", search: "s") { name }
      reviewKinds(projectId: "demo") { kind target label } }`;
    expect(await ask(RULES)).toEqual({
      entityRules: { edges: [{ node: { key: 'name:us|', target: 'brand', entityName: 'Ours' } }] },
      entityOptions: [{ name: 'Ours' }],
      reviewKinds: [
        { kind: 'RECORD', target: 'category', label: 'Category' },
        { kind: 'RECORD', target: 'brand', label: 'Brand' },
        { kind: 'RECORD', target: 'unit', label: 'Unit' },
        { kind: 'RECORD', target: 'tag', label: 'Tags' },
        { kind: 'RECORD', target: 'section', label: 'Parent' },
      ],
    });
    await importRows([{ SKU: '1', Brand: 'us' }]);
    expect(await shelf()).toMatchObject([{ brand: 'Ours' }]);
  });
});
