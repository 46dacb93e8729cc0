import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadImporters } from '../../server/app/importers.ts';
import { loadConfig, VARIABLES } from '../../server/setup/configFile.ts';
import { seed } from '../../server/setup/seed.ts';
import { testDatabase } from '../helpers/database.ts';
import { markedBlocks, quoted, readProjectFile, tableRows } from '../helpers/markdown.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';

const page = readProjectFile('docs/reference/config.md');

/** A folder with this config file. */
async function folderWith(text: string, name = 'sluice.config.ts'): Promise<string> {
  const folder = await dataFolder();
  await writeFile(join(folder, name), text);
  return folder;
}

async function init(folder: string) {
  const sluice = runSluice('init', {}, folder);
  return { code: await sluice.ended(), output: sluice.output(), complaints: sluice.complaints() };
}

describe('sluice init', () => {
  it('writes a config file and an importer that load, and says what is next', async () => {
    const folder = await dataFolder();
    const { code, output } = await init(folder);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^Wrote sluice\.config\.ts and importers\/products\.ts\.\nNext:\n.*DATABASE_URL.*\n.*npx sluice serve/,
    );
    const config = await loadConfig(folder, {});
    expect(config).toMatchObject({ schema: 'sluice', projects: [{ id: 'main', name: 'Main' }] });
    const { modules, folder: from, origin } = config.importers;
    expect((await loadImporters(modules, from, origin)).get('products')).toMatchObject({ label: 'Products' });
  });

  it('writes nothing where one of its files is, and names it', async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, 'importers'));
    await writeFile(join(folder, 'importers', 'products.ts'), 'mine');
    const { code, complaints } = await init(folder);
    expect([code, complaints]).toEqual([1, 'Nothing was written: importers/products.ts is there already.\n']);
    expect(await readdir(folder)).toEqual(['importers']);
    expect(await readFile(join(folder, 'importers', 'products.ts'), 'utf8')).toBe('mine');
  });
});

describe('the config file', () => {
  it('is what the page says', async () => {
    const [block] = markedBlocks(page).filter(({ mark }) => mark === 'config file');
    expect(await loadConfig(await folderWith(block?.text ?? ''), {})).toMatchObject({
      importers: { modules: ['./importers/products.ts'], origin: 'sluice.config.ts: importers' },
      smtpUrl: 'smtp://mail.example.com:587',
      mailFrom: 'Shop imports <imports@example.com>',
    });
    const listed = tableRows(page).map(([key = '', variable = '']) => [quoted(key)[0], quoted(variable)[0]]);
    const ofImporters = ['importers', 'SLUICE_IMPORTERS'];
    expect(listed).toEqual(expect.arrayContaining([ofImporters, ...Object.entries(VARIABLES)]));
    expect(listed).toHaveLength(Object.keys(VARIABLES).length + 2);
  });

  it('is below the environment, of which an empty variable says nothing', async () => {
    const text = `export default { port: 5000, schema: 'theirs', importers: ['./a.ts'], allowedHosts: ['a:1', 'b:2'] }`;
    const folder = await folderWith(text, 'sluice.config.mjs');
    const variables = { PORT: '6000', SLUICE_SCHEMA: '', SLUICE_IMPORTERS: './b.ts' };
    expect(await loadConfig(folder, variables)).toMatchObject({
      ...{ port: 6000, schema: 'theirs', allowedHosts: ['a:1', 'b:2'] },
      importers: { modules: ['./b.ts'], origin: 'SLUICE_IMPORTERS' },
    });
  });

  it('may be another, by SLUICE_CONFIG, and have importers themselves in it', async () => {
    const folder = await folderWith(
      `import { defineConfig, tableImporter, text } from 'sluice/sdk';
       const fields = { isbn: text({ label: 'ISBN', required: true }) };
       const books = tableImporter({ name: 'books', label: 'Books', table: 'book', match: 'isbn', fields });
       export default defineConfig({ importers: [books, {}] });`,
      'other.ts',
    );
    const { modules, folder: from, origin } = (await loadConfig(folder, { SLUICE_CONFIG: 'other.ts' })).importers;
    expect((await loadImporters(modules.slice(0, 1), from, origin)).get('books')).toMatchObject({ label: 'Books' });
    await expect(loadImporters(modules, from, origin)).rejects.toThrow(
      /^other\.ts: importers\[1\]: it exports no importer/,
    );
    await expect(loadConfig(folder, { SLUICE_CONFIG: 'gone.ts' })).rejects.toThrow(
      /^SLUICE_CONFIG: there is no file .*gone\.ts\.$/,
    );
  });

  it.each([
    [`export default { imporers: [] }`, 'sluice.config.ts: there is no setting imporers.'],
    [
      `export default { uploads: { s3: { buket: 'a', bucket: 'abc' } } }`,
      'sluice.config.ts: there is no setting uploads.s3.buket.',
    ],
    [
      `export default { projects: [{ id: 'A b', name: 'A' }] }`,
      'sluice.config.ts: projects[0].id: must be small letters, digits and -, at most 63.',
    ],
    [`export default { schema: 'pg_mine' }`, 'sluice.config.ts: schema must not be a schema of Postgres.'],
    [`export default { port: 'http' }`, /^sluice\.config\.ts: port: .*expected number/],
    [
      `export const config = {}`,
      'sluice.config.ts exports no configuration: write export default defineConfig({ … }).',
    ],
    [`import './gone.ts'; export default {}`, /^sluice\.config\.ts cannot be loaded: Cannot find module .*gone\.ts/],
  ])('is refused in one line that names what is wrong: %s', async (text, line) => {
    const refused = await loadConfig(await folderWith(text), {}).catch((error: Error) => error.message);
    expect(refused).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
    expect(String(refused).split('\n')).toHaveLength(1);
  });
});

describe('projects of the config file', () => {
  const database = testDatabase();
  const admin = { email: 'ann@example.com', password: 'a password', apiKey: 'slk_a-key-of-shop' };

  it('are there from the first start on, with the administrator, and those that are added later too', async () => {
    const own = { admin, dataDir: await dataFolder() };
    const shop = { id: 'shop', name: 'Shop' };
    await seed(database.config, { ...own, projects: [shop, { id: 'crm', name: 'CRM' }] });
    await database.pool.query(`UPDATE project SET name = 'Our CRM' WHERE id = 'crm'`);
    await seed(database.config, { ...own, projects: [shop, { id: 'crm', name: 'CRM' }, { id: 'blog', name: 'Blog' }] });
    const { rows } = await database.pool.query(
      `SELECT project.id, project.name, email, role FROM project JOIN member ON project_id = project.id
         JOIN "user" ON "user".id = user_id ORDER BY 1`,
    );
    const member = { email: 'ann@example.com', role: 'ADMIN' };
    expect(rows).toEqual([
      { id: 'blog', name: 'Blog', ...member },
      { id: 'crm', name: 'Our CRM', ...member },
      { id: 'shop', name: 'Shop', ...member },
    ]);
    const { rows: keys } = await database.pool.query('SELECT project_id FROM api_key');
    expect(keys).toEqual([{ project_id: 'shop' }]);
  });
});
