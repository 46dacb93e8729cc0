import { FetchError } from './errors.ts';
import { parseTarget, shownUrl, type Target } from './url.ts';

export const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends the request on to; null where it does not. Credentials go along within one origin only: what
 * another origin is asked for carries none, not even those of the new URL.
 */
export function redirectOf(
  { url, authorization }: Target,
  status: number,
  location: string | undefined,
): Target | null {
  if (!REDIRECTS.has(status) || location === undefined) return null;
  if (!URL.canParse(location, url)) throw refused(`${shownUrl(url)} redirects to what is no URL.`);
  const next = parseTarget(new URL(location, url).href);
  if (url.protocol === 'https:' && next.url.protocol === 'http:') {
    throw refused(`${shownUrl(url)} redirects from https to http, which is not followed.`);
  }
  return { url: next.url, authorization: next.url.origin === url.origin ? authorization : null };
}

export function tooManyRedirects(url: URL): FetchError {
  const message = `${shownUrl(url)} redirects more than ${MAX_REDIRECTS} times.`;
  return new FetchError('TOO_MANY_REDIRECTS', message, { retryable: false });
}

function refused(message: string): FetchError {
  return new FetchError('REFUSED_URL', message, { retryable: false });
}
