/** Where a canonical URL stands. */
export interface Place {
  /** Scheme, host and port: `https://example.com`. Hierarchies do not reach over its border. */
  readonly site: string;
  /** Of the path, as they are written; none for the home page. */
  readonly segments: readonly string[];
  /** Without the question mark; null where there is none. A page with a query stands below the same page without. */
  readonly query: string | null;
}

/** The parts of a URL that `canonicalUrl` gave. */
export function placeOf(url: string): Place {
  const pathStart = url.indexOf('/', url.indexOf('://') + 3);
  const queryStart = url.indexOf('?');
  const path = url.slice(pathStart + 1, queryStart < 0 ? undefined : queryStart);
  return {
    site: url.slice(0, pathStart),
    segments: path === '' ? [] : path.split('/'),
    query: queryStart < 0 ? null : url.slice(queryStart + 1),
  };
}

/** The path's last segment, decoded where that gives text; empty for the home page. */
export function slugOf({ segments }: Place): string {
  return decoded(segments.at(-1) ?? '');
}

/**
 * Words for a person, from the URL alone: the slug without a web page's extension, with spaces for `-` and `_`, and a
 * capital first; the host for a home page; with a query, that in brackets.
 */
export function titleOf(place: Place): string {
  const slug = slugOf(place);
  const words = slug === '' ? place.site.replace(/^https?:\/\/(www\.)?/, '') : humanised(slug);
  return place.query === null ? words : `${words} (${decoded(place.query)})`;
}

const PAGE_EXTENSION = /\.(?:[sx]?html?|php\d?|aspx?|jspx?|cfm|cgi)$/i;

function humanised(slug: string): string {
  const words = slug
    .replace(PAGE_EXTENSION, '')
    .split(/[-_\s]+/)
    .filter((word) => word !== '');
  const [first, ...others] = words;
  if (first === undefined) return slug;
  const [initial = '', ...rest] = first;
  return [initial.toUpperCase() + rest.join(''), ...others].join(' ');
}

/** An escape may stand for what is no text (Latin-1), or for what no database keeps (NUL) and no screen shows. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return /\p{Cc}/u.test(plain) ? text : plain;
  } catch {
    return text;
  }
}
