import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { userDocs } from '../helpers/docs.ts';
import { commandOf, copyExample } from '../helpers/examples.ts';
import { markedBlocks } from '../helpers/markdown.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { runProgram } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const blocks = markedBlocks(userDocs()).filter(({ mark }) => mark.startsWith('script: '));

let app: RunningApp;
let home: string;
let folder: string;

/** What a shell needs to run a script of the README; `node` and `npx` find what its folder has. */
function environment(): Readonly<Record<string, string>> {
  const all = programEnvironment();
  const bin = join(root, 'node_modules', '.bin');
  return { ...all, PATH: `${bin}:${all.PATH}`, SLUICE_URL: app.url, SLUICE_API_KEY: app.apiKey };
}

beforeAll(async () => {
  app = await startApp();
  home = await mkdtemp(join(tmpdir(), 'sluice-scripts-'));
  folder = join(home, 'scripts');
  await mkdir(folder);
  await symlink(root, join(home, 'sluice'));
  // In place of the npm install.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  copyExample('monitor', folder);
  for (const { mark, text } of blocks) {
    const name = mark.replace('script: ', '');
    if (name.includes('.')) await writeFile(join(folder, name), `${text}\n`);
  }
});
afterAll(async () => {
  await app.stop();
  await rm(home, { recursive: true, force: true });
});

it('the TypeScript client is generated, compiles, starts an import and pages through its failed rows', async () => {
  const commands = blocks.find(({ mark }) => mark === 'script: run')?.text ?? '';
  const { stdout } = await run('bash', ['-euc', commands], { cwd: folder, env: environment() });
  expect(stdout).toMatch(/import \S+: COMPLETED_WITH_ERRORS\nrow 2: Enter one e-mail address with a domain/);
  const files = ['client.ts', 'monitor.ts', 'watch.ts'];
  const strict = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--target',
    'esnext',
    '--module',
    'nodenext',
    '--types',
    'node',
  ];
  const options = ['--allowImportingTsExtensions', '--skipLibCheck'];
  await run(join(root, 'node_modules/.bin/tsc'), [...strict, ...options, ...files], { cwd: folder });
});

it('the monitors see an import, by EventSource, and over WebSocket, where the command of the example then ends', async () => {
  const monitor = runProgram('bash', ['-euc', `exec ${commandOf('monitor')}`], { folder: root, env: environment() });
  let code: number | null | undefined;
  void monitor.ended().then((ended) => {
    code = ended;
  });
  // It listens once it hears of an import: until then there is another.
  await until(
    async () => {
      const { stdout } = await run('node', ['watch.ts', await start()], { cwd: folder, env: environment() });
      expect(stdout).toContain("status: 'COMPLETED', percent: 100");
      return code !== undefined;
    },
    { what: 'the monitor to see an import and end' },
  );
  expect(code).toBe(0);
  expect(monitor.output()).toMatch(/^\S{36} COMPLETED 100 %, 0 failed$/m);
});

async function start(): Promise<string> {
  const query =
    'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { data { id } } } }';
  const rows = [{ Email: 'seen@monitor.example' }];
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.apiKey}` },
    body: JSON.stringify({
      query,
      variables: { input: { projectId: 'demo', importer: 'contacts', source: { rows } } },
    }),
  });
  const { data } = await response.json();
  return data.startImport.data.id;
}
