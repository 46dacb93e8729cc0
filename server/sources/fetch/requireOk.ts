import { message } from '../../messages/catalogue.ts';
import { FetchError } from './errors.ts';
import { retryAfterMs } from './retryAfter.ts';
import type { Fetched } from './types.ts';
import { shownUrl } from './url.ts';

/** Statuses that pass (RFC 9110, RFC 6585, RFC 8470); 5xx does as a rule. */
const PASSING = new Set([408, 425, 429]);
const STANDING = new Set([501, 505, 511]);

/** Passes an answer of 200 to 299; throws FetchError HTTP_STATUS for any other, and lets go of its body. */
export function requireOk(fetched: Fetched): Fetched {
  const { status, headers, url, body } = fetched;
  if (status >= 200 && status < 300) return fetched;
  body.on('error', () => undefined).destroy();
  throw new FetchError(
    message('HTTP_STATUS', { cause: message('ANSWERED_WITH', { url: shownUrl(url), code: status }) }),
    {
      status,
      retryable: isPassing(status),
      retryAfterMs: retryAfterMs(headers['retry-after']),
    },
  );
}

/** Whether a request that got this status may do better later. */
export function isPassing(status: number): boolean {
  return PASSING.has(status) || (status >= 500 && !STANDING.has(status));
}
