import type { IncomingHttpHeaders } from 'node:http';

/** What of a request's headers says who asks. */
export function credentialHeaders({ authorization, cookie }: IncomingHttpHeaders): Headers {
  return new Headers({ ...(authorization ? { authorization } : {}), ...(cookie ? { cookie } : {}) });
}
