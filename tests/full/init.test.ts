import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { cloneDatabase, dropDatabase } from '../helpers/database.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('writes files that compile as strictly as can be, and that a server runs', async () => {
  const folder = await dataFolder();
  expect(await runSluice('init', {}, folder).ended()).toBe(0);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
        ...{ target: 'esnext', module: 'nodenext', allowImportingTsExtensions: true, skipLibCheck: true },
        ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
        paths: { 'sluice/sdk': [join(root, 'server/sdk/index.ts')] },
      },
      files: ['sluice.config.ts', 'importers/products.ts'],
    }),
  );
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
    ({ stdout: errors }: { stdout: string }) => ({ stdout: errors }),
  );
  expect(stdout.split('\n').filter((line) => /^\S*(products|sluice\.config)\.ts/.test(line))).toEqual([]);

  const database = await cloneDatabase();
  const apiKey = 'slk_a-key-of-main';
  const port = await freePort();
  const server = runSluice(
    'serve',
    {
      ...{ DATABASE_URL: database.url, PORT: String(port), SLUICE_DATA_DIR: await dataFolder() },
      ...{ SLUICE_ADMIN_API_KEY: apiKey, SLUICE_LOG_LEVEL: 'warn' },
    },
    folder,
  );
  onTestFinished(async () => {
    server.signal('SIGTERM');
    await server.ended();
    await dropDatabase(database);
  });
  await server.ready();
  const app = { url: `http://127.0.0.1:${port}`, apiKey, projectId: 'main' };
  await importByApi(app, { importer: 'products', source: { rows: [{ SKU: 'A-1', Title: 'Lamp', Price: '20' }] } });
  expect((await database.pool.query('SELECT sku, title FROM product')).rows).toEqual([{ sku: 'A-1', title: 'Lamp' }]);
  const { rows: projects } = await database.pool.query('SELECT id FROM project');
  expect(projects).toEqual([{ id: 'main' }]);
});
