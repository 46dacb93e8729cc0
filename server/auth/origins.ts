/** Whether a page of this origin may use our cookies. `host` is the request's Host header. */
export type IsAllowedOrigin = (origin: string, host: string | null) => boolean;

/**
 * Our own origin is the configured one, or the one that the request was sent to: a page that reached us under a name
 * gets the cookies of that name only. Others are allowed by configuration.
 */
export function createOriginCheck(publicUrl: string, allowedOrigins: readonly string[]): IsAllowedOrigin {
  const allowed = new Set([publicUrl, ...allowedOrigins].map((url) => new URL(url).origin));
  return (origin, host) => allowed.has(origin) || (host !== null && hostOf(origin) === host);
}

/** Null for a value that is not a web origin, such as the "null" of a sandboxed page. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) && /^https?:/.test(origin) ? new URL(origin).host : null;
}
