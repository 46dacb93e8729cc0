import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export const DOWNLOAD_FORMATS = ['csv', 'jsonl'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

export const DOWNLOAD_FILES = ['failed-rows', 'audit-trail'] as const;
export type DownloadFile = (typeof DOWNLOAD_FILES)[number];

/** How long a signed link serves, in ms. */
export const LINK_LIFETIME_MS = 15 * 60_000;

export interface DownloadLinks {
  /** An absolute URL by which anybody who has it may download the file, for LINK_LIFETIME_MS. */
  sign(importId: string, file: DownloadFile, format: DownloadFormat): string;
  /** An absolute URL for a file to fill in, for whoever is signed in. */
  template(importer: string): string;
  /** What a request's URL says for itself: nothing, that it was signed here, or that it was once. */
  check(url: URL): 'unsigned' | 'signed' | 'expired';
}

/**
 * Links that a browser can follow without a key. The signature is an HMAC, with a key derived from the server's secret,
 * over the path, which names import and format, and the second at which the link expires.
 */
export function createDownloadLinks(options: {
  readonly secret: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** For tests. */
  readonly now?: () => number;
}): DownloadLinks {
  const { publicUrl, now = Date.now } = options;
  const key = new Uint8Array(hkdfSync('sha256', options.secret, '', 'sluice download links', 32));
  const signatureOf = (path: string, expires: string): Buffer =>
    createHmac('sha256', key).update(`${path}\n${expires}`).digest();
  return {
    sign(importId, file, format) {
      const path = `/downloads/imports/${importId}/${file}.${format}`;
      const expires = String(Math.ceil((now() + LINK_LIFETIME_MS) / 1000));
      const query = new URLSearchParams({ expires, signature: signatureOf(path, expires).toString('base64url') });
      return `${publicUrl}${path}?${query}`;
    },
    template: (importer) => `${publicUrl}/templates/${encodeURIComponent(importer)}.csv`,
    check({ pathname, searchParams }) {
      const expires = searchParams.get('expires');
      const signature = Buffer.from(searchParams.get('signature') ?? '', 'base64url');
      if (expires === null || !/^\d{1,12}$/.test(expires)) return 'unsigned';
      const right = signatureOf(pathname, expires);
      if (signature.length !== right.length || !timingSafeEqual(signature, right)) return 'unsigned';
      return Number(expires) * 1000 > now() ? 'signed' : 'expired';
    },
  };
}
