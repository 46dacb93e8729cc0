import type { Place } from './place.ts';

/** Segments of a path beyond which it looks like a trap for crawlers. */
export const DEEP_PATH = 10;

export interface Oddity {
  readonly code: 'DEEP_PATH' | 'ODD_HOST';
  readonly message: string;
}

/** The standard lets a host have quotes and the like; no name server knows such a name. */
const USUAL_SITE = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/** What is worth a look at a URL that is taken all the same. */
export function odditiesOf({ site, segments }: Place, deepPath: number): Oddity[] {
  const oddities: Oddity[] = [];
  if (segments.length > deepPath) {
    const message = `The path has more than ${deepPath} segments: see whether it is a page of its own, or a crawler ran in circles.`;
    oddities.push({ code: 'DEEP_PATH', message });
  }
  if (!USUAL_SITE.test(site)) {
    const message =
      'The host has characters that no host name has: see whether the address was cut out of a text wrongly.';
    oddities.push({ code: 'ODD_HOST', message });
  }
  return oddities;
}
