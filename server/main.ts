import { runApp } from './setup/run.ts';

await runApp('serve');
