import type { ServerResponse } from 'node:http';
import type { BodyFault } from './readBody.ts';
import { sendJson } from './sendText.ts';

const STATUS: Readonly<Record<BodyFault, number>> = { TOO_LARGE: 413, TOO_SLOW: 408, STRANGER: 401 };

/** Answers a request whose body was not read, in the form of a GraphQL error. */
export function refuseBody(response: ServerResponse, fault: BodyFault, maxBytes: number): void {
  // The rest of a body that is too slow is not worth waiting for.
  if (fault === 'TOO_SLOW') response.setHeader('connection', 'close');
  sendJson(response, STATUS[fault], { errors: [errorOf(fault, maxBytes)] });
}

function errorOf(fault: BodyFault, limit: number): object {
  switch (fault) {
    case 'TOO_LARGE':
      return bodyTooLarge(limit);
    case 'TOO_SLOW':
      return { message: 'The request did not come whole in time.', extensions: { code: 'REQUEST_TIMEOUT' } };
    case 'STRANGER':
      return {
        message: 'Sign in, or send an API key, for a request of this size.',
        extensions: { code: 'UNAUTHENTICATED' },
      };
  }
}

/** What is said of a body over the limit, beside HTTP's 413. */
export function bodyTooLarge(limit: number) {
  return {
    message: `A request may have ${limit} bytes: send larger files to /uploads (tus) and give the uploadId.`,
    extensions: { code: 'LIMIT_EXCEEDED', limit },
  };
}
