import { text } from 'node:stream/consumers';
import { migrate } from '../database/migrate.ts';

/**
 * Brings the database whose URL comes over standard input up to date. A process of its own, since the schema engine's
 * timers would hold a test's process for some seconds more.
 */
await migrate((await text(process.stdin)).trim());
process.exit(0);
