import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadImporters } from '../../server/app/importers.ts';
import type { AnyImporter } from '../../server/sdk/importer.ts';
import type { Db, JsonObject } from '../../server/sdk/index.ts';
import { cloneDatabase, dropDatabase } from '../helpers/database.ts';
import { testEngine } from '../helpers/engine.ts';
import { PRISMA, SCHEMAS } from '../helpers/foreignSchemas.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The importer of Prisma's model Person. */
const CONTACT = `import { randomUUID } from 'node:crypto';
import { choice, date, decimal, reference, tableImporter, text } from 'sluice/sdk';

export const contactImporter = tableImporter({
  name: 'contact',
  label: 'Contact',
  table: 'public.Contact',
  tenant: null,
  // Your application makes ids with cuid(). For such ids: npm install @paralleldrive/cuid2, and newId: createId.
  newId: () => randomUUID(),
  fields: {
    email: text({ label: 'Email', required: true }),
    fullName: text({ label: 'Full name', maxLength: 1_000_000 }),
    phone: text({ label: 'Phone', aliases: ['phone_no'], maxLength: 1_000_000 }),
    role: choice(['LEAD', 'CUSTOMER'], { label: 'Role' }),
    born: date({ label: 'Born' }),
    balance: decimal({ label: 'Balance' }),
    employer: reference({
      label: 'Employer',
      required: true,
      to: 'public.Company',
      by: ['name'],
      onMissing: 'fail',
      tenant: null,
    }),
  },
  match: 'email',
  columns: {
    fullName: 'fullName',
    phone: 'phone_no',
    employer: 'companyId',
  },
  stamps: { created: 'createdAt', changed: 'touchedAt' },
});
`;

let folder: string;
let url: string;
const importers: AnyImporter[] = [];

/** \`sluice importer generate\` in the folder. */
async function generate(...args: readonly string[]) {
  const child = run(process.execPath, [join(root, 'server/cli.ts'), 'importer', 'generate', ...args], {
    cwd: folder,
    env: { ...programEnvironment(), DATABASE_URL: url },
  });
  return child.then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

const TABLES = {
  product: ['shop.product'],
  price: ['shop.price'],
  Contact: ['Contact'],
  Company: ['Company'],
  venue: ['venue'],
  post: ['blog.post', '--tenant', 'site'],
  odd: [`o'dd schema.class"; // `],
};

// The importers are made from one database, and tried in another of the same tables.
let described: Awaited<ReturnType<typeof cloneDatabase>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-generate-'));
  await mkdir(join(folder, 'prisma'));
  await writeFile(join(folder, 'prisma/schema.prisma'), PRISMA);
  described = await cloneDatabase();
  url = described.url;
  await described.pool.query(SCHEMAS);
  for (const [file, [table = '', ...rest]] of Object.entries(TABLES)) {
    expect(await generate('--table', table, '--out', `importers/${file}.ts`, ...rest)).toMatchObject({
      code: 0,
      stderr: '',
    });
  }
  const modules = Object.keys(TABLES).map((file) => `./importers/${file}.ts`);
  const loaded = await loadImporters(modules, folder, 'test');
  importers.push(...[...loaded.values()].slice(3));
});
afterAll(async () => {
  await dropDatabase(described);
  await rm(folder, { recursive: true, force: true });
});

const test = testEngine({ workers: true, importers });
const db: Db = { query: async (sql, values) => (await test.pool.query(sql, values?.slice())).rows };

beforeAll(async () => {
  await test.pool.query(SCHEMAS);
});

const read = (file: string) => readFile(join(folder, 'importers', `${file}.ts`), 'utf8');
const imported = async (importer: string, rows: readonly JsonObject[]) =>
  test.ended(await test.start({ importer, source: { kind: 'rows', rows } }));
const all = async (table: string) =>
  (await test.pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY t::text`)).rows.map(({ row }) => row);

/** Each importer with rows, and what of a record the table then has. */
const CASES: readonly (readonly [string, string, readonly JsonObject[], JsonObject])[] = [
  [
    'product',
    'shop.product',
    [
      { SKU: 'A-1', Title: 'Lamp', Price: '19.9', Status: 'On Sale', Category: 'lighting', Sold: '9007199254740993' },
      { SKU: 'A-2', Title: 'Chair', Price: '5', Stock: '3', 'Is new': 'no', Weight: '0.1' },
    ],
    { sku: 'A-1', price: 19.9, status: 'on sale', category_id: 1, stock: 0, is_new: true, search: 'lamp' },
  ],
  ['price', 'shop.price', [{ Country: 'DE', 'Product ID': '1', Amount: '7.5' }], { country: 'DE', amount: 7.5 }],
  ['company', '"Company"', [{ Name: 'Umbrella' }, { Name: 'Initech' }], { name: 'Initech' }],
  [
    'contact',
    '"Contact"',
    [
      { Email: 'ann@example.com', 'Full name': 'Ann', Employer: 'acme', Born: '1990-02-01', phone_no: '1' },
      { Email: 'bo@example.com', Role: 'customer', Employer: 'Acme', Balance: '10.5' },
    ],
    { email: 'ann@example.com', fullName: 'Ann', companyId: 'c1', role: 'LEAD', born: '1990-02-01', phone_no: '1' },
  ],
  [
    'post',
    'blog.post',
    [
      {
        ...{ Slug: 'a', Title: 'A', Body: 'x'.repeat(5_000), Tags: 'red, green', Ratings: '1,2', Author: 'ADA' },
        ...{ Meta: '{"a":1}', 'Published at': '2026-01-01T10:00:00+02:00', 'Series ID': '1', Starts: '9:30' },
      },
      { Slug: 'b', Title: 'B', Author: 'bob' },
    ],
    {
      ...{ site: 'demo', slug: 'a', tags: ['red', 'green'], ratings: [1, 2], meta: { a: 1 }, series_id: 1 },
      ...{ published_at: '2026-01-01T08:00:00+00:00', starts: '09:30:00' },
    },
  ],
  [
    'class',
    `"o'dd schema"."class""; // "`,
    [{ constructor: 'k', 'a b': '1', 'a-b': '2', mood: 'IT\'S "SO"', 名前: 'n' }],
    { constructor: 'k', 'a b': '1', mood: 'it\'s "so"', 名前: 'n' },
  ],
];

describe('a generated importer', () => {
  it.each(CASES)('imports, finds the same unchanged, and gives all back: %s', async (name, table, rows, expected) => {
    const importer = importers.find((each) => each.name === name);
    expect(await importer?.prepare?.(db)).toEqual([]);
    const before = await all(table);
    const first = await imported(name, rows);
    expect(first).toMatchObject({ status: 'COMPLETED', counts: { created: rows.length } });
    expect(await all(table)).toContainEqual(expect.objectContaining(expected));
    const again = await imported(name, rows);
    expect(again.counts).toMatchObject({ unchanged: rows.length, created: 0, updated: 0 });
    for (const { id } of [again, first]) {
      await test.engine.undoImport('ada', id);
      expect(await test.ended(id)).toMatchObject({ status: 'UNDONE' });
    }
    expect(await all(table)).toEqual(before);
  });

  it('refuses a name that a reference does not find, and makes no record of it', async () => {
    const { counts } = await imported('product', [{ SKU: 'X', Title: 'X', Price: '1', Category: 'Toys' }]);
    expect(counts).toMatchObject({ failed: 1 });
    expect(await all('shop.category')).toHaveLength(2);
  });

  it('is typed: all files compile as strictly as can be', async () => {
    const files = [...Object.keys(TABLES), 'wrong'].map((file) => `importers/${file}.ts`);
    await writeFile(
      join(folder, 'importers/wrong.ts'),
      (await read('Contact')).replace("match: 'email'", "match: 'mail'"),
    );
    const options = {
      ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      ...{ target: 'esnext', module: 'nodenext', skipLibCheck: true, noUnusedLocals: true, types: ['node'] },
      ...{ allowImportingTsExtensions: true, typeRoots: [join(root, 'node_modules/@types')] },
      paths: { 'sluice/sdk': [join(root, 'server/sdk/index.ts')] },
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
      ({ stdout: errors }: { stdout: string }) => ({ stdout: errors }),
    );
    const own = stdout.split('\n').filter((line) => /^\S*importers\/\w+\.ts\(/.test(line));
    expect(own).toEqual([expect.stringMatching(/wrong\.ts.*mail/)]);
  });

  it('is what an author would write', async () => {
    expect(await read('Contact')).toBe(CONTACT);
  });
});

describe('the command', () => {
  it('writes over no file, and says which', async () => {
    await writeFile(join(folder, 'mine.ts'), 'mine');
    const { code, stderr } = await generate('--table', 'shop.product', '--out', 'mine.ts');
    expect([code, stderr]).toEqual([1, 'Nothing was written: mine.ts is there already.\n']);
    expect(await readFile(join(folder, 'mine.ts'), 'utf8')).toBe('mine');
  });

  it('prints the importer where no file is named', async () => {
    expect((await generate('--table', 'product')).stdout).toBe(await read('product'));
  });

  it.each([
    [['--table', 'produkt'], /^Nothing was written: there is no table or view produkt\. There are: .*shop\.product/],
    [['--table', 'Product'], /there is no table or view Product\. There are: shop\.product, /],
    [['--table', 'sluice.import_chunk'], /is sluice\.import_chunk, one of Sluice's own tables\. There are: /],
    [['--table', 'shop.cheap'], /shop\.cheap has no primary key/],
    [
      ['--table', 'shop.product', '--tenant', 'owner'],
      /--tenant: shop\.product has no column owner\. It has: id, sku, /,
    ],
    [['--table', 'shop.product', '--schema', 'gone.prisma'], /--schema: .*gone\.prisma cannot be read\./],
  ])('says in one line what is wrong: %j', async (args, line) => {
    const { code, stderr } = await generate(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
