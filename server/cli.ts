import { runCommandLine } from './cli/main.ts';
import { readVersion } from './setup/version.ts';

// These load the server only when they run, since the other commands are clients of the API and do not need it.
await runCommandLine(process.argv.slice(2), await readVersion(), [
  {
    name: 'serve',
    description: 'runs the API, the console and the jobs (like npm start)',
    run: async () => (await import('./setup/run.ts')).runApp('serve'),
  },
  {
    name: 'worker',
    description: 'runs only jobs, in any number of processes on any number of machines; requires DATABASE_URL',
    run: async () => (await import('./setup/run.ts')).runApp('worker'),
  },
  {
    name: 'init',
    description: 'writes sluice.config.ts and an example importer into this folder',
    run: async () => (await import('./setup/init.ts')).runInit(),
  },
  {
    name: 'importer generate',
    description: 'writes an importer for a table that exists, from the catalogue and the schema of Prisma',
    options: [
      { flags: '--table <name>', description: 'the table: product, or shop.product with its schema', isRequired: true },
      { flags: '--out <file>', description: 'the file to write, which must not exist; default standard output' },
      { flags: '--schema <file>', description: "Prisma's schema; default prisma/schema.prisma if it is there" },
      { flags: '--tenant <column>', description: 'the column that says which project a record belongs to' },
    ],
    run: async (options) => (await import('./setup/generate/runGenerate.ts')).runGenerate(options),
  },
  {
    name: 'migrate',
    description: 'migrates the database and exits',
    run: async () => (await import('./setup/runMigrate.ts')).runMigrate(),
  },
]);
