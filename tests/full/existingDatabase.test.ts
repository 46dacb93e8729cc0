import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { userDocs } from '../helpers/docs.ts';
import { hostDatabase } from '../helpers/hostDatabase.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { markedBlocks } from '../helpers/markdown.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';

const GRANTS = markedBlocks(userDocs()).find(({ mark }) => mark === 'existing database: role')?.text ?? '';

const PRODUCTS = `import { number, tableImporter, text } from 'sluice/sdk';
  export const products = tableImporter({
    name: 'products', label: 'Products', table: 'product', match: 'sku',
    fields: { sku: text({ label: 'SKU', required: true }), price: number({ label: 'Price' }) },
  });`;

const grantsFor = (role: string): string =>
  `REVOKE CREATE ON SCHEMA public FROM PUBLIC; ${GRANTS.replaceAll('sluice_app', role).replace("'secret'", "'hush'")}`;

async function serveBeside(url: string, variables: Readonly<Record<string, string>> = {}) {
  const folder = await dataFolder();
  await writeFile(join(folder, 'products.ts'), PRODUCTS);
  const port = await freePort();
  const apiKey = 'slk_a-key-beside-an-application';
  const server = runSluice(
    'serve',
    {
      ...{ DATABASE_URL: url, SLUICE_DATA_DIR: folder, PORT: String(port), SLUICE_ADMIN_API_KEY: apiKey },
      ...{ SLUICE_IMPORTERS: './products.ts', SLUICE_LOG_LEVEL: 'warn', ...variables },
    },
    folder,
  );
  onTestFinished(async () => {
    server.signal('SIGTERM');
    await server.ended();
  });
  await server.ready();
  return { server, app: { url: `http://127.0.0.1:${port}`, apiKey, projectId: 'demo' } };
}

describe('a server beside an application', () => {
  it('works with the rights of the guide, and touches nothing of the application', async () => {
    const host = await hostDatabase(grantsFor);
    const before = await host.dump();
    const { server, app } = await serveBeside(host.url);
    const rows = [
      { SKU: 'A-1', Price: '9.5' },
      { SKU: 'A-2', Price: '12' },
    ];
    await importByApi(app, { importer: 'products', source: { rows }, mode: 'ASYNC' });
    const products = 'SELECT sku, price::float8 FROM public.product ORDER BY sku';
    expect((await host.pool.query(products)).rows).toEqual([
      { sku: 'A-1', price: 9.5 },
      { sku: 'A-2', price: 12 },
    ]);
    const { rows: made } = await host.pool.query(
      `SELECT count(*) FILTER (WHERE relname = 'contact')::int AS contact, count(*) FILTER (WHERE relname = 'job')::int AS job
         FROM pg_class WHERE relnamespace = 'sluice'::regnamespace`,
    );
    expect(made).toEqual([{ contact: 1, job: 1 }]);
    expect(await host.dump()).toEqual(before);
    expect(server.output() + server.complaints()).not.toMatch(/"level":(50|60)|permission denied/);
  });

  it('shares its database with another installation, whose name is a word of SQL', async () => {
    const host = await hostDatabase((role) => `${grantsFor(role)} CREATE SCHEMA "user" AUTHORIZATION ${role};`);
    const [{ app: one }, { app: other }] = await Promise.all([
      serveBeside(host.url),
      serveBeside(host.url, { SLUICE_SCHEMA: 'user' }),
    ]);
    await importByApi(one, { source: { rows: [{ Email: 'ada@example.com' }] }, mode: 'ASYNC' });
    await importByApi(other, { source: { rows: [{ Email: 'bob@example.com' }] }, mode: 'ASYNC' });
    const found = async (schema: string) => {
      const { rows } = await host.pool.query(
        `SELECT email FROM "${schema}".contact WHERE email LIKE '___@example.com'`,
      );
      return rows.map(({ email }) => email);
    };
    expect(await found('sluice')).toEqual(['ada@example.com']);
    expect(await found('user')).toEqual(['bob@example.com']);
  });
});
