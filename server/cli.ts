import { runCommandLine } from './cli/main.ts';

// Loaded when they run: the other commands are clients of the API, and need nothing of the server.
await runCommandLine(process.argv.slice(2), [
  {
    name: 'serve',
    description: 'the API, the console and the jobs (as npm start)',
    run: async () => (await import('./setup/run.ts')).runApp('serve'),
  },
  {
    name: 'worker',
    description: 'jobs only, in as many processes and on as many machines as wanted; needs DATABASE_URL',
    run: async () => (await import('./setup/run.ts')).runApp('worker'),
  },
  {
    name: 'migrate',
    description: 'brings the database up to date and ends',
    run: async () => (await import('./setup/runMigrate.ts')).runMigrate(),
  },
]);
