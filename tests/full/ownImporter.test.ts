import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { cloneDatabase, dropDatabase } from '../helpers/database.ts';
import { userDocs } from '../helpers/docs.ts';
import { commandOf, copyExample } from '../helpers/examples.ts';
import { markedBlocks } from '../helpers/markdown.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const blocks = markedBlocks(userDocs()).filter(({ mark }) => mark.startsWith('own importer: '));
const block = (name: string) => blocks.find(({ mark }) => mark === `own importer: ${name}`)?.text ?? '';

let home: string;
let folder: string;

// A folder beside Sluice's with the files of the guide, which are those of the example.
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-own-'));
  folder = join(home, 'products');
  await mkdir(folder);
  await symlink(root, join(home, 'sluice'));
  copyExample('own-importer', folder);
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** What a person's shell has: nothing of Sluice's, and not what vitest adds. */
function shell(): NodeJS.ProcessEnv {
  const all = programEnvironment();
  const own = all.PATH.split(':').filter((path) => !path.startsWith(root) && !path.includes('node_modules'));
  return { ...all, PATH: own.join(':') };
}

it("is tested as the README's commands say", async () => {
  const { stdout } = await run('bash', ['-euc', block('test')], { cwd: folder, env: shell() });
  expect(stdout).toMatch(/✔ a discount is taken off, and no price is negative/);
  expect(stdout).toMatch(/pass 1\b/);
  // The command is there too, under whatever Node the machine has.
  const help = await run('npx', ['sluice', 'import', '--help'], { cwd: folder, env: shell() });
  expect(help.stdout).toContain('Usage: sluice import');
});

it('is tested in place, as the README of the example says', async () => {
  const { stdout } = await run('bash', ['-euc', commandOf('own-importer')], { cwd: root, env: programEnvironment() });
  expect(stdout).toMatch(/pass 1\b/);
});

it('is typed: its files compile as strictly as can be, and a mistake does not', async () => {
  const tsc = (file: string) =>
    run(join(root, 'node_modules/.bin/tsc'), [
      ...['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'esnext'],
      ...['--module', 'nodenext', '--allowImportingTsExtensions', '--skipLibCheck', '--types', 'node'],
      ...['--typeRoots', join(root, 'node_modules/@types'), file],
    ]).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
  const wrong = join(folder, 'wrong.ts');
  const text = await readFile(join(folder, 'products.ts'), 'utf8');
  await writeFile(wrong, text.replace('values.price < 0', 'values.prize < 0'));
  const inFolder = (output: string) => output.split('\n').filter((line) => /^\S*(products|wrong)\.\S*ts\(/.test(line));
  const [good, bad] = await Promise.all([tsc(join(folder, 'products.test.ts')), tsc(wrong)]);
  expect(inFolder(good)).toEqual([]);
  expect(inFolder(bad)).toEqual([expect.stringMatching(/wrong\.ts.*prize/)]);
});

it('is served, imports with the words of its author, and is taken back, all by one variable', async () => {
  const database = await cloneDatabase();
  const port = await freePort();
  const key = 'slk_a-key-for-products';
  const [, modules = ''] = /^SLUICE_IMPORTERS=(\S+) npx sluice serve$/.exec(block('start')) ?? [];
  const variables = { DATABASE_URL: database.url, PORT: String(port), SLUICE_ADMIN_API_KEY: key };
  const dataDir = await dataFolder();
  const server = runSluice('serve', { ...variables, SLUICE_DATA_DIR: dataDir, SLUICE_IMPORTERS: modules }, folder);
  onTestFinished(async () => {
    server.signal('SIGTERM');
    await server.ended();
    await dropDatabase(database);
  });
  await server.ready();

  const ask = async (query: string, variables: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data } = await response.json();
    return data;
  };
  const { importers } = await ask('{ importers { name label optionsSchema fields { name type required } } }');
  expect(importers).toContainEqual({
    name: 'products',
    label: 'Products',
    optionsSchema: expect.objectContaining({
      properties: expect.objectContaining({ discount: expect.objectContaining({ maximum: 0.9 }) }),
    }),
    fields: expect.arrayContaining([{ name: 'price', type: 'number', required: true }]),
  });

  const [header = '', ...lines] = (await readFile(join(folder, 'products.csv'), 'utf8')).trimEnd().split('\n');
  const names = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
  const START = `mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { data {
    id status counts { created failed } failedRows { edges { node { values errors { code column message } } } } } } } }`;
  const { startImport } = await ask(START, {
    input: { projectId: 'demo', importer: 'products', source: { rows }, options: { discount: 0.5 } },
  });
  const { id, counts, failedRows } = startImport.data;
  expect(counts).toEqual({ created: 2, failed: 1 });
  expect(failedRows.edges[0].node).toEqual({
    values: { Article: 'A-2', Name: 'Table', Price: '-5', Stock: '1' },
    errors: [{ code: 'NEGATIVE_PRICE', column: 'Price', message: 'A price is 0 or more, not -5.' }],
  });
  const stored = () => database.pool.query('SELECT sku, price, stock FROM product ORDER BY sku');
  expect((await stored()).rows).toEqual([
    { sku: 'A-1', price: 10, stock: 3 },
    { sku: 'A-3', price: 24.95, stock: null },
  ]);

  await ask('mutation ($id: ID!) { undoImport(id: $id) { __typename } }', { id });
  const undone = async () => (await ask('query ($id: ID!) { import(id: $id) { status } }', { id })).import.status;
  await until(async () => (await undone()) === 'UNDONE', { what: 'the undo' });
  expect((await stored()).rows).toEqual([]);
});

it('is refused in one line where it cannot be loaded', async () => {
  const files = {
    'none.ts': 'export const nothing = 1;',
    'half.js':
      "import { text } from 'sluice/sdk';\nexport default { name: 'half', label: 'Half', fields: { a: text({ label: 'A' }) } };",
    'broken.ts': "import './not-there.ts';",
    'twice.ts':
      "import { tableImporter, text } from 'sluice/sdk';\nexport const contacts = tableImporter({ name: 'contacts', label: 'C', table: 'c', match: 'a', fields: { a: text({ label: 'A', required: true }) } });",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const worker = runSluice('worker', { SLUICE_IMPORTERS: './none.ts', SLUICE_DATA_DIR: home }, folder);
  // The others in one process, since each would load the whole server.
  const modules = ['./half.js', './broken.ts', './twice.ts', 'no-such-package'];
  const script = `const { loadImporters } = await import(${JSON.stringify(join(root, 'server/app/importers.ts'))});
    for (const module of ${JSON.stringify(modules)})
      await loadImporters([module]).catch((error) => console.log(error.message));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  expect(await worker.ended()).toBe(1);
  const said = [worker.complaints().trim(), ...stdout.trim().split('\n')];
  expect(said).toEqual([
    expect.stringMatching(
      /^Sluice cannot run: SLUICE_IMPORTERS: \.\/none\.ts: it exports no importer: export what .*$/,
    ),
    expect.stringMatching(/half\.js: it exports no importer: .*store: .*records: must be a function/),
    expect.stringMatching(/broken\.ts: Cannot find module '.*not-there\.ts'/),
    expect.stringMatching(/twice\.ts: there is an importer "contacts" already\.$/),
    expect.stringMatching(/no-such-package: Cannot find package 'no-such-package'/),
  ]);
});
