import { text } from 'node:stream/consumers';
import type { DatabaseConfig } from '../database/connections.ts';
import { migrate } from '../database/migrate.ts';

/**
 * Brings the database that standard input describes up to date. A process of its own, since the schema engine's
 * timers would hold a test's process for some seconds more.
 */
const database: DatabaseConfig = JSON.parse(await text(process.stdin));
await migrate(database);
process.exit(0);
