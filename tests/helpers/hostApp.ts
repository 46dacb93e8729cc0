import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { markedBlocks, readProjectFile } from './markdown.ts';

/** What the host of the README has of its own, beside its main.tsx. */
const OWN_FILES = {
  'index.html':
    '<!doctype html><html lang="en"><title>Host</title><body><script type="module" src="./main.tsx"></script>',
  'dataProvider.ts': `import { fetchUtils, type DataProvider } from 'react-admin';
    const refuse = () => Promise.reject(new Error('The host only lists products.'));
    export const dataProvider: DataProvider = {
      getList: async () => ({ data: (await fetchUtils.fetchJson('/products.json')).json, total: 2 }),
      getOne: refuse, getMany: refuse, getManyReference: refuse, update: refuse, updateMany: refuse, create: refuse,
      delete: refuse, deleteMany: refuse };`,
  'theme.ts': `import { defaultTheme } from 'react-admin';
    export const theme = { ...defaultTheme, palette: { ...defaultTheme.palette, primary: { main: 'rgb(123, 31, 162)' } } };`,
  'vite.config.ts': `import react from '@vitejs/plugin-react';
    export default { plugins: [react()], build: { outDir: 'dist', target: 'es2023' } };`,
  'public/products.json': '[{"id":1,"name":"Lamp"},{"id":2,"name":"Chair"}]',
};

export interface HostApp {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Builds the host app of the README, as it stands there, against a Sluice, and serves it on a port that is free. */
export async function startHostApp(port: number, sluice: { url: string; apiKey: string }): Promise<HostApp> {
  // Within the project, whose packages it shares; an app of somebody's own has them installed.
  const artifacts = fileURLToPath(new URL('../.artifacts', import.meta.url));
  await mkdir(artifacts, { recursive: true });
  const folder = await mkdtemp(path.join(artifacts, 'host-'));
  const main = markedBlocks(readProjectFile('README.md')).find(({ mark }) => mark === 'file: host/main.tsx');
  if (!main) throw new Error('README.md has no host/main.tsx.');
  const settings = `export const settings = ${JSON.stringify({ sluiceUrl: sluice.url })} as const;`;
  const files = {
    ...OWN_FILES,
    'main.tsx': main.text,
    'settings.ts': settings.replace('}', `, token: () => ${JSON.stringify(sluice.apiKey)} }`),
  };
  await mkdir(path.join(folder, 'public'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const vite = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));
  const args = [vite, 'build', folder, '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { cwd: folder, env: { NODE_ENV: 'production' } });
  return serve(path.join(folder, 'dist'), port, () => rm(folder, { recursive: true, force: true }));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

async function serve(folder: string, port: number, after: () => Promise<void>): Promise<HostApp> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
    const body = await readFile(file).catch(() => null);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await after();
    },
  };
}
