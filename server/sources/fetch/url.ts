import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { FetchError } from './errors.ts';

/** A URL taken apart: what is requested, and the credentials that it carried. */
export interface Target {
  /** Without credentials and fragment. */
  readonly url: URL;
  /** The header's value; null without credentials. */
  readonly authorization: string | null;
}

/** Throws FetchError REFUSED_URL for what is no URL of http or https. */
export function parseTarget(text: string): Target {
  if (!URL.canParse(text)) throw refused(message('NO_URL'));
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(message('NOT_HTTP', { scheme: url.protocol.slice(0, -1) }));
  }
  const authorization = basic(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, authorization };
}

/** How a URL is shown to people: credentials, query and fragment may carry secrets. */
export function shownUrl(url: URL | string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function basic({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const pair = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** A stray percent sign stays what it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refused(cause: Message): FetchError {
  return new FetchError(message('REFUSED_URL', { cause }), { retryable: false });
}
