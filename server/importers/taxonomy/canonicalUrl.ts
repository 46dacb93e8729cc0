import { domainToASCII, domainToUnicode } from 'node:url';
import { message } from '../../messages/catalogue.ts';
import { Invalid } from '../../sdk/index.ts';
import { isTracking, TRACKING_PARAMETERS } from './tracking.ts';

/** Of a canonical URL, and so of the database's index over it; what browsers and sitemaps take at most, too. */
export const MAX_URL_LENGTH = 2048;
/** Segments of a path. What is worked out for each of them, and kept while a site is linked, is a URL long. */
export const MAX_SEGMENTS = 100;

/**
 * The one spelling of a web address by which nodes are told apart. Two addresses are the same node when this gives the
 * same text:
 *
 * - read by the WHATWG URL standard: white space around it and line breaks in it go, `\` is `/`, `.` and `..` are
 *   followed, the host is in lower case and in ASCII (IDNA), the scheme's own port (80, 443) goes;
 * - http and https differ, and so do `www.` and none, other ports, and the case of the path: servers may answer
 *   otherwise;
 * - the fragment (`#...`) goes: it never reaches the server;
 * - slashes at the end of the path go, but for the home page's own: `/a/` is `/a`, `/` stays;
 * - percent-encoding: what needs none (letters, digits, `-._~`) is decoded, what needs it and has none is encoded, a
 *   `%` that begins no escape is `%25`, and escapes are in capitals. `%2F` stays other than `/`;
 * - in the query, tracking parameters go (`utm_*`, gclid, fbclid and their like; an option of the import), and empty
 *   pieces (`?`, `&&`); the others stay, in their order and with their repetitions.
 *
 * Invalid: INVALID_URL, UNSUPPORTED_SCHEME (not http or https), URL_WITH_CREDENTIALS, TOO_LONG, TOO_DEEP.
 */
export function canonicalUrl(
  text: string,
  trackingParameters: readonly string[] = TRACKING_PARAMETERS,
): string | Invalid {
  const url = URL.parse(text);
  if (url === null) return new Invalid(message('INVALID_URL', { cause: message('INVALID_WEB_ADDRESS') }));
  const { protocol } = url;
  if (protocol !== 'http:' && protocol !== 'https:') {
    return new Invalid(message('UNSUPPORTED_SCHEME', { scheme: protocol }));
  }
  if (url.username !== '' || url.password !== '') {
    return new Invalid(message('URL_WITH_CREDENTIALS'));
  }
  const wrong = url.hostname.split('.').find((label) => label.startsWith('xn--') && !isIdnaLabel(label));
  if (wrong !== undefined) return new Invalid(message('INVALID_URL', { cause: message('BAD_HOST', { name: wrong }) }));
  const path = `/${withoutEndSlashes(escapes(url.pathname)).slice(1)}`;
  const canonical = `${protocol}//${url.host}${path}${queryOf(url.search, trackingParameters)}`;
  if (canonical.length > MAX_URL_LENGTH) {
    return new Invalid(
      message('TOO_LONG', { cause: message('URL_TOO_LONG', { limit: MAX_URL_LENGTH, count: canonical.length }) }),
    );
  }
  const segments = path.split('/').length - 1;
  if (segments <= MAX_SEGMENTS) return canonical;
  return new Invalid(message('TOO_DEEP', { limit: MAX_SEGMENTS, count: segments }));
}

/**
 * Whether a label that begins with `xn--` stands for a name, as the URL standard requires: what it decodes to must give
 * the label again. `URL` accepts any such label in a host of nothing but ASCII, and `domainToUnicode` returns a label
 * that it cannot decode as it is.
 */
function isIdnaLabel(label: string): boolean {
  const name = domainToUnicode(label);
  return name !== label && domainToASCII(name) === label;
}

/** By hand: a regular expression for this takes quadratic time over an address of nothing but slashes. */
function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function queryOf(search: string, trackingParameters: readonly string[]): string {
  if (search === '') return '';
  const kept = escapes(search.slice(1))
    .split('&')
    .filter((piece) => piece !== '' && !isTracking(piece.split('=', 1)[0] ?? '', trackingParameters));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** Escapes, and single characters that RFC 3986 has no place for in a path or a query. */
const ESCAPED = /%[0-9a-f]{2}|[^a-z0-9\-._~!$&'()*+,;=:@/?[\]]/gi;

function escapes(text: string): string {
  return text.replace(ESCAPED, (found) => {
    if (found.length === 1) return encodeURIComponent(found);
    const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
    return /[a-z0-9\-._~]/i.test(character) ? character : found.toUpperCase();
  });
}
