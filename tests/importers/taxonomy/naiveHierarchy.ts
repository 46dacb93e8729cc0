import fc from 'fast-check';
import type { HierarchyInput, HierarchyNode } from '../../../server/importers/taxonomy/buildHierarchy.ts';
import { canonicalUrl } from '../../../server/importers/taxonomy/canonicalUrl.ts';
import { placeOf, slugOf, titleOf } from '../../../server/importers/taxonomy/place.ts';

const segment = fc.constantFrom('', 'a', 'b', 'a-b', 'a b', 'a%2Fb', 'é');

/** Pages of a few sites whose paths often lead through each other, some more than once. */
export const hierarchyInputs: fc.Arbitrary<Required<HierarchyInput>[]> = fc.array(
  fc.record({
    url: fc
      .tuple(
        fc.constantFrom('https://a.org', 'http://a.org', 'https://a.org:8080', 'https://b.org'),
        fc.array(segment, { maxLength: 5 }),
        fc.constantFrom('', '/', '?q=1', '?q=a/b', '#x'),
      )
      .map(([site, segments, end]) => `${site}/${segments.join('/')}${end}`),
    title: fc.constantFrom(null, 'Given'),
    position: fc.constantFrom(null, null, 1, 2),
  }),
  { maxLength: 25 },
);

interface Page {
  readonly url: string;
  readonly title: string;
  readonly wanted: number;
}

/** What buildHierarchy means, by comparing every page with every other. */
export function naiveHierarchy(inputs: readonly Required<HierarchyInput>[]): HierarchyNode[] {
  const pages = new Map<string, Page>();
  for (const { url: given, title, position } of inputs) {
    const url = String(canonicalUrl(given));
    if (!pages.has(url)) pages.set(url, { url, title: title ?? titleOf(placeOf(url)), wanted: position ?? 1e9 });
  }
  const all = [...pages.values()];
  return all.map((page) => {
    const above = ancestorsOf(page, all);
    const place = placeOf(page.url);
    const siblings = all.filter(
      (other) => placeOf(other.url).site === place.site && parentOf(other, all) === parentOf(page, all),
    );
    const before = siblings.filter(
      (other) => other.wanted < page.wanted || (other.wanted === page.wanted && other.url < page.url),
    );
    return {
      url: page.url,
      site: place.site,
      parent: above.at(-1)?.url ?? null,
      depth: above.length,
      breadcrumb: [...above, page].map(({ title }) => title),
      slug: slugOf(place),
      title: page.title,
      position: before.length + 1,
    };
  });
}

function ancestorsOf(page: Page, all: readonly Page[]): Page[] {
  const parent = parentOf(page, all);
  return parent === null ? [] : [...ancestorsOf(parent, all), parent];
}

/** The longest of the pages that the page's path begins with, a segment at a time. */
function parentOf(page: Page, all: readonly Page[]): Page | null {
  const leading = all.filter((other) => other !== page && leadsTo(other.url, page.url));
  return leading.sort((a, b) => b.url.length - a.url.length)[0] ?? null;
}

function leadsTo(above: string, below: string): boolean {
  if (above.includes('?')) return false;
  const path = below.split('?')[0] ?? '';
  return path === above || path.startsWith(above.endsWith('/') ? above : `${above}/`);
}
