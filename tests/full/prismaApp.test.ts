import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { cloneDatabase, dropDatabase } from '../helpers/database.ts';
import { copyExample } from '../helpers/examples.ts';
import { markedBlocks, readProjectFile } from '../helpers/markdown.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';

const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const blocks = markedBlocks(readProjectFile('docs/guides/prisma-app.md'));
const block = (name: string) => blocks.find(({ mark }) => mark === `prisma app: ${name}`)?.text ?? '';

/** Runs lines of the guide, in which `npx sluice` is this Sluice. */
async function shell(lines: string, cwd: string, variables: Readonly<Record<string, string>>) {
  const script = `npx() { shift; "${process.execPath}" "${cli}" "$@"; }\n${lines}`;
  const env = { ...programEnvironment(), ...variables };
  return promisify(execFile)('bash', ['-euc', script], { cwd, env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

/** The last state of the import that was watched. */
function lastOf(stdout: string): { readonly id: string; readonly counts: Readonly<Record<string, number>> } {
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { ...lines[0], ...lines.at(-1), id: lines[0].id };
}

it('leads from the schema of an app to imported rows and back', async () => {
  const folder = await dataFolder();
  copyExample('existing-app', folder);
  await rm(join(folder, 'importers'), { recursive: true });
  const database = await cloneDatabase();
  const migration = await readFile(join(folder, 'prisma/migrations/20261101090000_init/migration.sql'), 'utf8');
  await database.pool.query(`BEGIN; SET LOCAL search_path TO public; ${migration}; COMMIT`);
  const port = String(await freePort());
  const key = 'slk_a-key-of-the-shop';
  const variables = {
    ...{ DATABASE_URL: database.url, PORT: port, SLUICE_ADMIN_API_KEY: key, SLUICE_LOG_LEVEL: 'warn' },
    ...{ SLUICE_DATA_DIR: await dataFolder(), SLUICE_URL: `http://127.0.0.1:${port}`, SLUICE_API_KEY: key },
  };

  expect(await shell(`${block('generate')}\n${block('change')}`, folder, variables)).toMatchObject({ code: 0 });
  const generated = await readFile(join(folder, 'importers/product.ts'), 'utf8');
  expect(generated).toBe(readProjectFile('examples/existing-app/importers/product.ts'));

  expect(block('start')).toBe('npx sluice serve');
  const server = runSluice('serve', variables, folder);
  onTestFinished(async () => {
    server.signal('SIGTERM');
    await server.ended();
    await dropDatabase(database);
  });
  await server.ready();

  const first = await shell(block('import'), folder, variables);
  expect(first.code).toBe(2);
  expect(lastOf(first.stdout).counts).toMatchObject({ created: 2, failed: 2 });
  const products = `SELECT sku, price, stock, status, name FROM public."Product"
    JOIN public."Category" ON "Category".id = "categoryId" ORDER BY sku`;
  expect((await database.pool.query(products)).rows).toEqual([
    { sku: 'A-1', price: '20.00', stock: 3, status: 'ACTIVE', name: 'Lighting' },
    { sku: 'A-2', price: '89.90', stock: 0, status: 'DRAFT', name: 'Furniture' },
  ]);
  const again = await shell(block('import'), folder, variables);
  expect(lastOf(again.stdout).counts).toMatchObject({ unchanged: 2, failed: 2, created: 0 });

  for (const { stdout } of [again, first]) {
    expect(await shell(`npx sluice undo ${lastOf(stdout).id}`, folder, variables)).toMatchObject({ code: 0 });
  }
  const { rows } = await database.pool.query(`SELECT (SELECT count(*)::int FROM public."Product") AS products,
    (SELECT count(*)::int FROM public."Category") AS categories`);
  expect(rows).toEqual([{ products: 0, categories: 0 }]);
});
