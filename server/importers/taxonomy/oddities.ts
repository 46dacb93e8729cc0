import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Place } from './place.ts';

/** Segments of a path beyond which it looks like a trap for crawlers. */
export const DEEP_PATH = 10;

/** The standard lets a host have quotes and the like; no name server knows such a name. */
const USUAL_SITE = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/** What is worth a look at a URL that is taken all the same. */
export function odditiesOf({ site, segments }: Place, deepPath: number): Message[] {
  const oddities: Message[] = [];
  if (segments.length > deepPath) oddities.push(message('DEEP_PATH', { limit: deepPath }));
  if (!USUAL_SITE.test(site)) oddities.push(message('ODD_HOST'));
  return oddities;
}
