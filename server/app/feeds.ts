import type { Feed } from '../sources/feed.ts';
import { sitemapFeed } from '../sources/sitemap/feed.ts';
import { tecFeed } from '../sources/tec/feed.ts';

/** Sources by URL that come in pages; the first that matches counts. */
export const feeds: readonly Feed[] = [tecFeed, sitemapFeed];
