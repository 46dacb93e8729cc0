import type { Logger } from 'pino';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Db } from '../../sdk/records.ts';

import type { Feed } from '../../sources/feed.ts';
import type { Fetcher } from '../../sources/fetch/types.ts';
import type { ByteSource } from '../../sources/types.ts';
import type { SecretBox } from './secretBox.ts';

export interface Work {
  readonly importId: string;
  /** Several where one request does what several jobs would. */
  readonly kinds: readonly JobKind[];
  /** Ends the wait for its beginning. */
  readonly signal?: AbortSignal;
}

/**
 * What keeps an import that ends or freezes its process from doing so for ever.
 *
 * An attempt is written before a job of an import begins in a process, and goes when the job ends, well or not. One
 * that is found by another process was a crash: SIGKILL, memory, an endless loop. Crashes count while the import makes
 * no progress, so that a long import outlives any number of them; the third in a row makes it FAILED.
 *
 * What merely ran beside the guilty work crashed as often. So whatever has one crash less than that is tried alone in
 * its process, until it makes progress: the guilty one then crashes alone.
 */
export interface Attempts {
  /** What `run` answers; null where it was not run, since the import has FAILED for its crashes. */
  attempt<T>(context: EngineContext, work: Work, run: () => Promise<T>): Promise<T | null>;
  /**
   * From now on what ends breaks off: an error that nobody caught, which may be of any of the work, ends the process.
   */
  crash(): void;
  /** The process ends in good order: what it still works is no crash. */
  release(): Promise<void>;
}

export interface Database extends Db {
  /**
   * Runs `work` in one transaction on one connection: committed when it returns, rolled back when it throws. A
   * connection that fails to roll back is thrown away, since nobody knows what state it is in.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

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
  readonly maxConcurrentImports?: number | null;
  /** Hears how long each applied chunk took, in seconds. */
  readonly chunkApplied?: (seconds: number) => void;
}

/**
 * The kinds of work that an import can wait for. A `longPlan` is a plan that has had its turn and would have to begin
 * anew in the next: it is worked to its end where it keeps no other plan waiting but long ones.
 */
export type JobKind = 'plan' | 'longPlan' | 'chunks' | 'finish' | 'undo';

export interface WakeOptions {
  /** When to start; a wake-up that waits already is moved to then. Absent: now, or when the one that waits starts. */
  readonly delaySeconds?: number;
  /** Only a worker that reads this file store may take it (plan jobs of uploads). */
  readonly storeId?: string;
}

/**
 * All that the engine knows of jobs: it can have an import's work woken, within its own transaction. A wake-up that
 * finds one waiting already is dropped; losing all of them loses nothing, since the tables know what is to be done.
 */
export interface JobQueue {
  wake(db: Db, kind: JobKind, importId: string, options?: WakeOptions): Promise<void>;
  /** Has a message about an import's end sent, likewise. */
  deliver(db: Db, deliveryId: string): Promise<void>;
}

/** What sources by URL are fetched with. */
export interface UrlSources {
  readonly fetcher: Fetcher;
  /** Sources in pages, the first that matches counts; what none of them knows is a file. */
  readonly feeds: readonly Feed[];
  /** URLs carry credentials: they are kept encrypted. */
  readonly secretBox: SecretBox;
  /** The most bytes of one source. */
  readonly maxBytes: number;
}

/** The queue of plans that only processes with this secret can work, in the place of an upload's store. */
export function secretBoxStoreId(secretBox: SecretBox): string {
  return `seal-${secretBox.id}`;
}

/** Where an import's rows are. Kept with the import. */
export type SourceRef =
  /** `inline`: rows of a request, which knows them by their places. */
  | { readonly kind: 'stored'; readonly fileId: string; readonly name: string; readonly inline?: true }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly storeId: string }
  | UrlRef
  | { readonly kind: 'import'; readonly importId: string };

/** Which workers can take an import's plan: those that reach its source, as long as that is still to be read. */
export function planStore({
  source,
  planned,
}: {
  readonly source: SourceRef;
  readonly planned: boolean;
}): Pick<WakeOptions, 'storeId'> {
  return 'storeId' in source && !planned ? { storeId: source.storeId } : {};
}

/** A URL that the plan fetches, whole, before it reads it. */
export interface UrlRef {
  readonly kind: 'url';
  /** Without credentials and query, which may carry secrets. */
  readonly shownUrl: string;
  /** The whole URL, by the engine's Seal. */
  readonly encrypted: string;
  /** Only processes with the same secret can open it. */
  readonly storeId: string;
}

export interface FinishedUpload {
  readonly name: string;
  readonly size: number;
  readonly storeId: string;
  /** Of the whole file. */
  readonly sha256: Uint8Array;
}

/** Finished uploads, wherever they are kept. */
export interface UploadFiles {
  /** The stores that this process reads. */
  readonly storeIds: readonly string[];
  /** The upload if it is finished, not expired and of this project; null otherwise. */
  find(projectId: string, uploadId: string): Promise<FinishedUpload | null>;
  /**
   * Its bytes. Throws SourceError where they are gone (UPLOAD_GONE) or fewer or more than were accepted
   * (UPLOAD_DAMAGED), also in the midst of a read; an error of the environment where this process does not reach the
   * upload's store.
   */
  open(uploadId: string): Promise<ByteSource>;
  /** Reads the whole of it, and throws as `open` does where it is not what was accepted. */
  verify(uploadId: string, signal: AbortSignal): Promise<void>;
}
