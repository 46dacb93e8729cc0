#!/usr/bin/env node
// The `sluice` command, started by whatever Node the machine has: plain JavaScript. It goes on under the Node that is
// installed with Sluice, which runs TypeScript as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packaged = join(root, 'node_modules', '.bin', 'node');
// As `npm start`: on a large machine V8 would let garbage pile up to twice the memory that the work needs.
const flags = ['--max-semi-space-size=8', '--heap-growing-percent=50'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) await import('./setup/install.mjs');

const node = existsSync(packaged) ? packaged : process.execPath;
const args = [...flags, join(root, 'server', 'cli.ts'), ...process.argv.slice(2)];
const child = spawn(node, args, { stdio: 'inherit' });
// A Ctrl-C reaches both from the terminal; what is sent to this process alone is passed on.
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`Sluice cannot run ${node}: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
