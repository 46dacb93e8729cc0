import type { IncomingHttpHeaders } from 'node:http';
import type { IsAllowedOrigin } from '../auth/origins.ts';
import { message } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';

const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
/** A page of another origin cannot send these without asking first (Fetch standard: CORS-preflight). */
const PROOF_HEADERS = ['x-graphql-yoga-csrf', 'x-requested-with', 'apollo-require-preflight'];

/** Why a request that rides on a cookie is refused; null when it may pass. One with an API key never is. */
export function crossSiteError(
  method: string,
  headers: IncomingHttpHeaders,
  isAllowedOrigin: IsAllowedOrigin,
): Message | null {
  if (headers.cookie === undefined || headers.authorization !== undefined) return null;
  if (headers.origin !== undefined && !isAllowedOrigin(headers.origin, headers.host ?? null)) {
    return message('OTHER_ORIGIN', { origin: headers.origin });
  }
  if (method !== 'POST' || PROOF_HEADERS.some((name) => headers[name] !== undefined)) return null;
  const type = headers['content-type']?.toLowerCase() ?? '';
  if (type !== '' && !SIMPLE_TYPES.some((simple) => type.startsWith(simple))) return null;
  return message('CSRF_HEADER');
}
