import type { AccessMonitor } from '../auth/accessMonitor.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { DownloadLinks } from '../downloads/links.ts';
import type { Engine } from '../engine/engine.ts';
import type { Progress } from '../engine/model/import.ts';
import type { StartSwitch } from '../engine/model/startSwitch.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import type { Notifications } from '../notify/createNotifications.ts';
import type { ProgressHub } from '../progress/progressHub.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import type { ImportLoaders } from './imports/loaders.ts';

/** What one operation's resolvers have at hand. */
export interface Context {
  /** Null for an anonymous client, which can read only the schema. Resolvers call `viewerOf`. */
  readonly viewer: Viewer | null;
  /** Named in the log, in the response's x-request-id and in the error that a client sees. */
  readonly requestId: string;
  /** The server's version. */
  readonly version: string;
  readonly prisma: PrismaClient;
  /** With connections of its own, for lists of records and rows, and whatever else may be long or locked. */
  readonly records: PrismaClient;
  readonly engine: Engine;
  readonly importers: readonly AnyImporter[];
  readonly hub: ProgressHub;
  readonly limits: RateLimits;
  readonly links: DownloadLinks;
  readonly notifications: Notifications;
  /** Ends the streams of viewers who have lost access. */
  readonly accessMonitor: AccessMonitor;
  /** How starting is switched now, read once for an operation's list of importers. */
  startSwitches(): Promise<readonly StartSwitch[]>;
  /** The snapshot of an import; all of those asked for by one operation's list come from one statement. */
  progressOf(importId: string): Promise<Progress | undefined>;
  readonly imports: ImportLoaders;
}
