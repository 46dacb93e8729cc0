import type { ServerResponse } from 'node:http';
import { message, messageText } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';
import type { BodyRefusal } from './readBody.ts';
import { sendJson } from './sendText.ts';

const STATUS: Readonly<Record<BodyRefusal, number>> = { TOO_LARGE: 413, TOO_SLOW: 408, ANONYMOUS: 401 };

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
      return errorJson(message('REQUEST_LATE'), { code: 'REQUEST_TIMEOUT' });
    case 'ANONYMOUS':
      return errorJson(message('REQUEST_OF_ANONYMOUS'), { code: 'UNAUTHENTICATED' });
  }
}

/** The response to a body over the limit, besides HTTP 413. */
export function bodyTooLarge(limit: number) {
  return errorJson(message('REQUEST_TOO_LARGE', { size: limit }), { code: 'LIMIT_EXCEEDED', limit });
}

function errorJson<Extensions extends object>(reason: Message, extensions: Extensions) {
  const { code, params = {} } = reason;
  return { message: messageText(reason), extensions: { ...extensions, reason: { code, params } } };
}
