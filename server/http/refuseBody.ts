import type { ServerResponse } from 'node:http';
import type { BodyRefusal } from './readBody.ts';
import { sendJson } from './sendText.ts';

const STATUS: Readonly<Record<BodyRefusal, number>> = { TOO_LARGE: 413, TOO_SLOW: 408, STRANGER: 401 };

/** Answers a request whose body was not read, in the form of a GraphQL error. */
export function refuseBody(response: ServerResponse, refusal: BodyRefusal, maxBytes: number): void {
  // The rest of a body that is too slow is not worth waiting for.
  if (refusal === 'TOO_SLOW') response.setHeader('connection', 'close');
  sendJson(response, STATUS[refusal], { errors: [errorOf(refusal, maxBytes)] });
}

function errorOf(refusal: BodyRefusal, limit: number): object {
  switch (refusal) {
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
