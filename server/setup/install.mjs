// Runs before `npm start` and `npm test`, by whatever Node the machine has and before anything is installed: plain
// JavaScript without packages. Installs what is missing and generates the Prisma client when its source has changed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const oldestToInstall = [20, 0];
const oldestToRun = [22, 18];

requireNode(process.versions.node, oldestToInstall);
if (!isInstalled()) await install();
const node = newestNode();
requireNode(node.version, oldestToRun);
if (!isGenerated()) await generate(node.path);

/** @param {string} version @param {number[]} oldest */
function requireNode(version, oldest) {
  if (isOlder(version, oldest))
    fail(`Sluice needs Node ${oldest.join('.')} or newer; this is ${version}. Get one from https://nodejs.org.`);
}

/** @param {string} version @param {number[]} oldest */
function isOlder(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = oldest;
  return major < oldMajor || (major === oldMajor && minor < oldMinor);
}

/** Whether node_modules is what the lockfile says. Not by the files' times: npm writes its own lockfile first. */
function isInstalled() {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const locked = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !locked) return false;
  // Optional ones are for other platforms. The one without a path is Sluice itself.
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

async function install() {
  print('Installing the packages that Sluice needs (about a minute, once) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const ticker = setInterval(() => print(`  … ${seconds()}`), 10_000);
  const code = npm
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
  clearInterval(ticker);
  if (code !== 0) fail('The packages could not be installed; npm says why above. `npm ci` tries it again.');
  print(`Installed in ${seconds()}.`);
}

/**
 * The Node that npm scripts find first on their PATH: the packaged one where the platform has one that runs. One that
 * does not (on another libc, or installed for another machine) is taken out of their way.
 */
function newestNode() {
  const packaged = join(bin, 'node');
  const own = { path: process.execPath, version: process.versions.node };
  if (!isThere(packaged)) return own;
  const { status, stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  if (status === 0) return { path: packaged, version: stdout.trim().slice(1) };
  if (isOlder(own.version, oldestToRun))
    fail(
      `${packaged} does not run on this machine. Remove node_modules and use Node ${oldestToRun.join('.')} or newer.`,
    );
  print(`The Node installed with Sluice does not run on this machine; its own (${own.version}) is used instead.`);
  rmSync(packaged);
  return own;
}

/** Also where it is a link to what is not there. @param {string} path */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isGenerated() {
  const mark = join(root, 'server', 'generated', '.made-from');
  return existsSync(mark) && readFileSync(mark, 'utf8') === sourceOfClient();
}

/** What the client is made from: the schema, and the versions of its generators. */
function sourceOfClient() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'prisma', 'schema.prisma')));
  for (const name of ['prisma', '@prisma/client', '@pothos/plugin-prisma']) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  return hash.digest('hex');
}

/** @param {string} nodePath */
async function generate(nodePath) {
  print('Generating the database client …');
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    // Any file that is there keeps Prisma from downloading an engine, which generating does not use.
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const made = spawnSync(nodePath, [cli, 'generate'], { cwd: root, env, encoding: 'utf8' });
  if (made.status !== 0) fail(`The database client could not be generated:\n${made.stdout}${made.stderr}`);
  writeFileSync(join(root, 'server', 'generated', '.made-from'), sourceOfClient());
}

/** @param {string} command @param {string[]} args @param {object} [options] @returns {Promise<number | null>} */
function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', () => resolve(null));
    child.on('exit', resolve);
  });
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} line @returns {never} */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
