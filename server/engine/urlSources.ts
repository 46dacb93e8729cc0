import type { Feed } from '../sources/feed.ts';
import type { Fetcher } from '../sources/fetch/types.ts';
import type { Seal } from './seal.ts';

/** What sources by URL are fetched with. */
export interface UrlSources {
  readonly fetcher: Fetcher;
  /** Sources in pages, the first that matches counts; what none of them knows is a file. */
  readonly feeds: readonly Feed[];
  /** URLs carry credentials: they are kept sealed. */
  readonly seal: Seal;
  /** The most bytes of one source. */
  readonly maxBytes: number;
}

/** The queue of plans that only processes with this secret can work, in the place of an upload's store. */
export function sealStoreId(seal: Seal): string {
  return `seal-${seal.id}`;
}
