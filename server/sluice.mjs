#!/usr/bin/env node
// The `sluice` command, started by whatever Node the machine has: plain JavaScript. In a clone it goes on under the Node
// that is installed with Sluice, which runs TypeScript as it is. An installed package is compiled and needs no more than
// the Node of its package.json; if this one is older, a packaged Node of the host is used where there is one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'server', 'cli.js');
const isCompiled = existsSync(compiled);
const oldest = [22, 18];
// As `npm start`: on a large machine V8 would let garbage pile up to twice the memory that the work needs.
const flags = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

if (!isCompiled && !existsSync(join(root, 'node_modules', '.package-lock.json'))) await import('./setup/install.mjs');

const node = isCompiled ? nodeOfHost() : (packagedIn(join(root, 'node_modules')) ?? process.execPath);
const args = [...flags, isCompiled ? compiled : join(root, 'server', 'cli.ts'), ...process.argv.slice(2)];
const child = spawn(node, args, { stdio: 'inherit' });
// A Ctrl-C reaches both from the terminal; what is sent to this process alone is passed on.
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`Sluice cannot run ${node}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));

/** @param {string} packages a folder node_modules */
function packagedIn(packages) {
  const path = join(packages, '.bin', 'node');
  return existsSync(path) ? path : null;
}

function nodeOfHost() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return process.execPath;
  const packaged = packagedIn(join(root, '..'));
  if (packaged) return packaged;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  return fail(
    `Sluice needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Get one from https://nodejs.org, or run npm install ${name}@24 here.`,
  );
}

/** @param {string} line @returns {never} */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
