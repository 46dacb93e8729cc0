/** Of sitemaps.org: what one sitemap may hold, unpacked. */
export const maxUrls = 50_000;
export const maxSitemapBytes = 50 * 1024 ** 2;
/** Of sitemaps.org: what one index may name. */
export const maxSitemaps = 50_000;
