import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyExample } from './examples.ts';

/** Another host beside that of the example: below a path of a router of its own, dark, in German, with a sign-in. */
const INTRANET = {
  'intranet.html':
    '<!doctype html><html lang="de"><title>Intranet</title><body><script type="module" src="./intranet.tsx"></script>',
  'intranet.tsx': `import polyglotI18nProvider from 'ra-i18n-polyglot';
    import english from 'ra-language-english';
    import { Admin, Layout, ListGuesser, Menu, Resource, radiantDarkTheme } from 'react-admin';
    import { createRoot } from 'react-dom/client';
    import { BrowserRouter, Route, Routes } from 'react-router-dom';
    import { createSluice, SluiceMenuItems, SluiceScope, sluiceAdmin, sluiceMessages, sluiceScope } from 'sluice/react-admin';
    import { dataProvider } from './dataProvider';
    import { settings } from './settings';
    const headers = () => ({ authorization: 'Bearer ' + (localStorage.getItem('token') ?? settings.token()) });
    const options = { sluice: createSluice({ url: settings.sluiceUrl, headers }), prefix: 'daten-' };
    const scope = sluiceScope(options);
    const i18nProvider = polyglotI18nProvider(() => ({ ...english, ...sluiceMessages.de }), 'de');
    const authProvider = {
      login: async () => localStorage.setItem('in', 'yes'),
      logout: async () => localStorage.removeItem('in'),
      checkAuth: () => (localStorage.getItem('in') ? Promise.resolve() : Promise.reject(new Error('out'))),
      checkError: (error) => (error.status === 401 ? Promise.reject(error) : Promise.resolve()),
    };
    const HostMenu = () => (
      <Menu>
        <Menu.ResourceItem name="products" />
        <SluiceScope value={scope}><SluiceMenuItems /></SluiceScope>
      </Menu>
    );
    const HostLayout = (props) => <Layout {...props} menu={HostMenu} />;
    const App = () => (
      <Admin basename="/tools" title="Intranet" dataProvider={dataProvider} authProvider={authProvider}
        i18nProvider={i18nProvider} layout={HostLayout} theme={radiantDarkTheme} requireAuth>
        <Resource name="products" list={ListGuesser} />
        {sluiceAdmin(options)}
      </Admin>
    );
    createRoot(document.body.appendChild(document.createElement('div'))).render(
      <BrowserRouter basename="/intranet"><Routes><Route path="/tools/*" element={<App />} /></Routes></BrowserRouter>,
    );`,
  'intranet.config.ts': `import { mergeConfig } from 'vite';
    import example from './vite.config.ts';
    const input = ['index.html', 'intranet.html'];
    export default mergeConfig(example, { build: { rolldownOptions: { input } } });`,
};

export interface HostApp {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Builds the host app of examples/ against a Sluice, and another one, and serves them on a port that is free. */
export async function startHostApp(port: number, sluice: { url: string; apiKey: string }): Promise<HostApp> {
  // Within the project, whose packages it shares; an app of somebody's own has them installed.
  const artifacts = fileURLToPath(new URL('../.artifacts', import.meta.url));
  await mkdir(artifacts, { recursive: true });
  const folder = await mkdtemp(path.join(artifacts, 'host-'));
  copyExample('react-admin-host', folder);
  for (const [name, text] of Object.entries(INTRANET)) await writeFile(path.join(folder, name), text);
  const vite = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));
  const args = [vite, 'build', folder, '--config', path.join(folder, 'intranet.config.ts'), '--logLevel', 'error'];
  const env = { NODE_ENV: 'production', VITE_SLUICE_URL: sluice.url, VITE_SLUICE_API_KEY: sluice.apiKey };
  await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  return serveFolder(path.join(folder, 'dist'), port, () => rm(folder, { recursive: true, force: true }));
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

/** What is at a path; all below /intranet is one page, whose router tells its paths apart. */
function fileOf(pathname: string): string {
  if (pathname === '/') return 'index.html';
  return pathname.startsWith('/intranet/') ? 'intranet.html' : path.normalize(pathname);
}

/** Serves what a host's bundler has built. */
export async function serveFolder(folder: string, port: number, after = async () => {}): Promise<HostApp> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = path.join(folder, fileOf(pathname));
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
