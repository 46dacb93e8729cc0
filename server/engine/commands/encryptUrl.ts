import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { FetchError } from '../../sources/fetch/errors.ts';
import { parseTarget, shownUrl } from '../../sources/fetch/url.ts';
import type { UrlSources } from '../model/context.ts';
import { InvalidInput } from '../model/errors.ts';

const MAX_LENGTH = 4_000;

/** A URL to fetch, as it is shown and as it is kept. Throws InvalidInput at `path` for what is not fetched. */
export function encryptUrl({ secretBox }: UrlSources, url: string, path: readonly string[]) {
  const refuse = (reason: Message): never => {
    throw new InvalidInput([{ path, message: reason }]);
  };
  if (url.length > MAX_LENGTH) return refuse(message('URL_LENGTH', { limit: MAX_LENGTH }));
  try {
    return { shownUrl: shownUrl(parseTarget(url).url), encrypted: secretBox.close(url) };
  } catch (error) {
    if (error instanceof FetchError) return refuse(error.reason);
    throw error;
  }
}
