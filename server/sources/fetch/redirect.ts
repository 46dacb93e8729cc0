import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
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
  if (!URL.canParse(location, url)) throw refused(message('REDIRECT_NO_URL', { url: shownUrl(url) }));
  const next = parseTarget(new URL(location, url).href);
  if (url.protocol === 'https:' && next.url.protocol === 'http:') {
    throw refused(message('REDIRECT_UNSAFE', { url: shownUrl(url) }));
  }
  return { url: next.url, authorization: next.url.origin === url.origin ? authorization : null };
}

export function tooManyRedirects(url: URL): FetchError {
  return new FetchError(message('TOO_MANY_REDIRECTS', { url: shownUrl(url), count: MAX_REDIRECTS }), {
    retryable: false,
  });
}

function refused(cause: Message): FetchError {
  return new FetchError(message('REFUSED_URL', { cause }), { retryable: false });
}
