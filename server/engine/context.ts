import type { Logger } from 'pino';
import type { AnyImporter } from '../sdk/importer.ts';
import type { Attempts } from './attempts.ts';
import type { UploadFiles } from './files.ts';
import type { JobQueue } from './jobQueue.ts';
import type { Database } from './store/database.ts';
import type { UrlSources } from './urlSources.ts';

/** Databases for what is asked of the engine, each with connections of its own: a locked table takes those of one. */
export interface EngineShares {
  /** For reading records, which may be many, or locked by somebody. */
  readonly records: Database;
  /** For commands and what is known of imports. */
  readonly controls: Database;
}

/** What the engine's parts are given. Made once, in app.ts. */
export interface EngineContext {
  /** In jobs, of the share for work. */
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly attempts: Attempts;
  readonly importers: ReadonlyMap<string, AnyImporter>;
  readonly uploads: UploadFiles;
  readonly log: Logger;
  /** Null or absent: sources by URL are refused. */
  readonly urls?: UrlSources | null;
  /** Imports of a project that run at the same time, where it has no number of its own; null or absent: no limit. */
  readonly importsAtOnce?: number | null;
  /** Hears how long each applied chunk took, in seconds. */
  readonly chunkApplied?: (seconds: number) => void;
}
