import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../server/database/freePort.ts';
import { startReaper } from '../../server/testing/reaper.ts';
import { readProjectFile } from './markdown.ts';
import { programEnvironment } from './programEnvironment.ts';
import { folderOnDisk } from './projectCopy.ts';
import { runProgram, type SluiceProcess } from './sluiceProcess.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A project of somebody's own, somewhere else, with Sluice as the package that is published. */
export interface PackedHost {
  readonly folder: string;
  /** Runs a program of npm or of an installed package to its end and gives what it printed. */
  run(program: string, ...args: readonly string[]): Promise<string>;
  /** Installs further packages, of which the versions are those of this project. */
  installForDevelopment(...names: readonly string[]): Promise<void>;
  /** Starts a program that runs on; it is killed when the test is over. */
  start(program: string, args: readonly string[], variables?: Readonly<Record<string, string>>): SluiceProcess;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

/** Whether packages that this project does not have can be installed. */
export async function canInstall(): Promise<boolean> {
  try {
    await run('npm', ['view', 'webpack', 'version', '--fetch-retries=1'], { env: shell() });
    return true;
  } catch {
    process.stderr.write('Skipped: the package in projects of others. The registry of npm does not respond.\n');
    return false;
  }
}

/** Builds and packs Sluice, and installs the tarball for production into an empty project. */
export async function packedHost(): Promise<PackedHost> {
  // Some hundred megabytes, which are not for a temporary folder in memory; a run that is killed leaves nothing of it.
  const home = await mkdtemp(join(folderOnDisk(), 'sluice-packed-'));
  const reaper = startReaper({ home, folder: join(home, 'host', '.sluice', 'postgres') });
  const remove = async () => {
    reaper.dismiss();
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  try {
    await run(process.execPath, [join(root, 'packaging', 'build.ts')], { cwd: root, env: shell() });
    const pack = ['pack', join(root, 'dist'), '--pack-destination', home, '--silent'];
    const { stdout: tarball } = await run('npm', pack, { cwd: home, env: shell() });
    const folder = join(home, 'host');
    await mkdir(folder);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'host', private: true, type: 'module' }));
    const host = hostIn(folder, remove);
    await host.run('npm', 'install', ...QUIET, '--omit=dev', join(home, tarball.trim()));
    return host;
  } catch (error) {
    await remove();
    throw error;
  }
}

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];

function hostIn(folder: string, remove: () => Promise<void>): PackedHost {
  const env = shell(join(folder, 'node_modules', '.bin'));
  const host: PackedHost = {
    folder,
    async run(program, ...args) {
      const { stdout } = await run(program, args, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    },
    async installForDevelopment(...names) {
      const versions: Readonly<Record<string, string>> = JSON.parse(readProjectFile('package.json')).devDependencies;
      const wanted = names.map((name) => (versions[name] === undefined ? name : `${name}@${versions[name]}`));
      await host.run('npm', 'install', ...QUIET, '--save-dev', ...wanted);
    },
    start: (program, args, variables = {}) =>
      runProgram(program, args, { folder, env: { ...env, ...variables }, group: true }),
    async write(files) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), text);
      }
    },
    remove,
  };
  return host;
}

/** How this machine reaches the registry, where variables say so. */
const NETWORK =
  /^(npm_config_(registry|cafile|userconfig|https?[-_]?proxy|proxy|noproxy)|(https?|no)_proxy|node_extra_ca_certs)$/i;

/** What a person's shell has: nothing of this project's, and the Node of this process first. */
function shell(...first: readonly string[]): Record<string, string> {
  const { PATH, ...own } = programEnvironment();
  const network = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && NETWORK.test(name) ? [[name, value] as const] : [],
  );
  const all = { ...Object.fromEntries(network), ...own };
  const paths = PATH.split(':').filter((path) => !path.startsWith(root) && !path.includes('node_modules'));
  return { ...all, NO_COLOR: '1', PATH: [...first, dirname(process.execPath), ...paths].join(':') };
}

/** Starts the installed `sluice serve` on a database; the importers are modules of the host. */
export async function serveFrom(host: PackedHost, databaseUrl: string, variables: Readonly<Record<string, string>>) {
  const port = await freePort();
  const apiKey = 'slk_a-key-of-the-host';
  const server = host.start('npx', ['sluice', 'serve'], {
    ...{ DATABASE_URL: databaseUrl, PORT: String(port), SLUICE_ADMIN_API_KEY: apiKey },
    ...{ SLUICE_DATA_DIR: join(host.folder, '.sluice'), SLUICE_LOG_LEVEL: 'error' },
    ...variables,
  });
  await server.ready();
  return { server, url: `http://127.0.0.1:${port}`, apiKey };
}
