#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=50
// As `npm start`: on a large machine V8 would let garbage pile up to twice the memory that the work needs.
import { complain, say } from './setup/output.ts';
import { runApp } from './setup/run.ts';
import { runMigrate } from './setup/runMigrate.ts';

const usage = `Usage: sluice COMMAND

  serve     the API, the console and the jobs (as npm start)
  worker    jobs only, in as many processes and on as many machines as wanted; needs DATABASE_URL
  migrate   brings the database up to date and ends

README.md has the environment variables.`;

const commands: Readonly<Record<string, () => Promise<void>>> = {
  serve: () => runApp('serve'),
  worker: () => runApp('worker'),
  migrate: runMigrate,
  help: async () => say(usage),
  '--help': async () => say(usage),
};

const name = process.argv[2] ?? 'help';
const command = commands[name];
if (command === undefined) {
  complain(`There is no command "${name}".`, '', usage);
  process.exit(2);
}
await command();
