/** No server makes an import wait longer than this, in ms. */
const MAX_WAIT_MS = 60 * 60 * 1000;

/** The wait that a Retry-After header asks for, in ms, at most an hour: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: number = Date.now()): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) - now : NaN;
  if (Number.isNaN(wait)) return null;
  return Math.min(Math.max(wait, 0), MAX_WAIT_MS);
}
