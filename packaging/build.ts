// `npm run build`: makes dist/, the package as it is published. Its files have the places that they have in a clone, so
// that what finds a file beside its own code (migrations, the console, package.json) finds it in both. Nothing is
// installed, generated or built where the package is used.

import { execFile } from 'node:child_process';
import { access, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeBundledLicenses } from './licenses.ts';
import { type PublishedPackage, publishedPackage } from './packageJson.ts';
import { finishTypes } from './types.ts';
import { vendor } from './vendor.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const run = promisify(execFile);

/** What is published as it stands in the clone. */
const COPIED = [
  ...['README.md', 'LICENSE', 'CHANGELOG.md', 'prisma/schema.prisma', 'prisma/migrations'],
  // The launcher and the thread of the watchdog are JavaScript already.
  ...['server/sluice.mjs', 'server/setup/watchdogThread.mjs'],
  ...['server/graphql/schema.graphql', 'server/importers/contacts/sample.csv', 'docs/reference/messages.md'],
];

async function build(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await Promise.all([compile('tsconfig.json'), compile('tsconfig.types.json'), compile('tsconfig.plugin.json')]);
  // The console is built at the start of a clone only.
  await rm(join(dist, 'admin', 'build.js'), { force: true });
  await vite(join(root, 'packaging', 'plugin.config.ts'), root, join(dist, 'admin', 'plugin'));
  await vite(join(root, 'packaging', 'console.config.ts'), join(root, 'admin'), join(dist, 'admin', 'dist'));
  await Promise.all(COPIED.map(copy));
  const manifest = publishedPackage(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  await finishTypes(dist, manifest.exports);
  await writeFile(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await vendor(dist, Object.keys(manifest.dependencies));
  await writeBundledLicenses(root, dist);
  await checkExports(manifest);
}

/** Throws for an export that leads nowhere. */
async function checkExports({ exports }: PublishedPackage): Promise<void> {
  const paths = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : [entry.types, entry.default],
  );
  await Promise.all(paths.map((path) => access(join(dist, path))));
}

async function compile(config: string): Promise<void> {
  await program('typescript', 'tsc', ['-p', join(root, 'packaging', config)]);
}

/** In a process of its own, whose whole environment says production: React's development build is another one. */
async function vite(config: string, folder: string, outDir: string): Promise<void> {
  const args = ['build', folder, '--config', config, '--outDir', outDir, '--emptyOutDir', 'false'];
  await program('vite', 'vite', [...args, '--logLevel', 'error'], { NODE_ENV: 'production' });
}

/** Runs a program of a package; throws with what it printed if it fails. */
async function program(name: string, bin: string, args: readonly string[], env = process.env): Promise<void> {
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin: bins } = JSON.parse(await readFile(manifest, 'utf8'));
  try {
    await run(process.execPath, [join(dirname(manifest), bins[bin]), ...args], { cwd: root, env });
  } catch (error) {
    const printed = error instanceof Error && 'stdout' in error ? `\n${String(error.stdout)}` : '';
    throw new Error(`${name} failed.${printed}`, { cause: error });
  }
}

async function copy(path: string): Promise<void> {
  await mkdir(dirname(join(dist, path)), { recursive: true });
  await cp(join(root, path), join(dist, path), { recursive: true });
}

await build();
