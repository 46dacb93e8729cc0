import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sessions } from '../auth/sessions.ts';
import { CLIENT_ADDRESS_HEADER } from '../auth/signInEndpoint.ts';
import type { ClientAddress } from './clientAddress.ts';
import { MAX_SIGN_IN_BYTES } from './limits.ts';
import { readBody } from './readBody.ts';
import { refuseBody } from './refuseBody.ts';
import { pathOf } from './routes.ts';

/**
 * Hands sign-ins and sign-outs to better-auth, which checks their origin itself. Its own adapter for Node takes bodies of
 * any size, from anonymous.
 */
export function createSignInHandler(
  { handle }: Pick<Sessions, 'handle'>,
  clientAddress: ClientAddress,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const body = await readBody(request, { maxBytes: MAX_SIGN_IN_BYTES });
    if (typeof body === 'string') return refuseBody(response, body, MAX_SIGN_IN_BYTES);
    const method = request.method ?? 'GET';
    const answer = await handle(
      new Request(`http://${request.headers.host ?? 'localhost'}${pathOf(request)}`, {
        method,
        headers: headersOf(request, clientAddress(request)),
        body: method === 'GET' || method === 'HEAD' ? null : Buffer.concat(body),
      }),
    );
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  };
}

function headersOf(request: IncomingMessage, clientAddress: string): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(request.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress);
  return headers;
}
