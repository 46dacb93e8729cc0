import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHierarchy } from '../../../server/importers/taxonomy/buildHierarchy.ts';
import { canonicalUrl, MAX_SEGMENTS } from '../../../server/importers/taxonomy/canonicalUrl.ts';
import { hierarchyInputs, naiveHierarchy } from './naiveHierarchy.ts';

test('a page stands below the nearest page that its path leads through, else below the home page', () => {
  const { nodes } = buildHierarchy([
    'https://a.org/docs/guide/install/linux',
    'https://a.org/docs',
    'https://a.org/blog/2026/first-post.html',
    'https://a.org/',
    'https://a.org/docs/guide?page=2',
    'https://www.a.org/docs/guide',
  ]);
  expect(nodes.map(({ url, parent, depth, position }) => [url, parent, depth, position])).toEqual([
    ['https://a.org/docs/guide/install/linux', 'https://a.org/docs', 2, 1],
    ['https://a.org/docs', 'https://a.org/', 1, 2],
    ['https://a.org/blog/2026/first-post.html', 'https://a.org/', 1, 1],
    ['https://a.org/', null, 0, 1],
    ['https://a.org/docs/guide?page=2', 'https://a.org/docs', 2, 2],
    ['https://www.a.org/docs/guide', null, 0, 1],
  ]);
});

test('titles are made from the path, unless one is given, and lead down the breadcrumb', () => {
  const { nodes } = buildHierarchy([
    'https://www.a.org/',
    { url: 'https://www.a.org/docs', title: 'The Manual' },
    'https://www.a.org/docs/getting-started_now.html',
    'https://www.a.org/docs/caf%C3%A9?page=2',
    'https://www.a.org/docs/%E9%00',
    'https://www.a.org/---',
  ]);
  expect(nodes.map(({ slug, breadcrumb }) => [slug, ...breadcrumb])).toEqual([
    ['', 'a.org'],
    ['docs', 'a.org', 'The Manual'],
    ['getting-started_now.html', 'a.org', 'The Manual', 'Getting started now'],
    ['café', 'a.org', 'The Manual', 'Café (page=2)'],
    ['%E9%00', 'a.org', 'The Manual', '%E9%00'],
    ['---', 'a.org', '---'],
  ]);
});

test('siblings stand by the positions asked for, and then by URL', () => {
  const { nodes } = buildHierarchy([
    'https://a.org/b',
    'https://a.org/a',
    { url: 'https://a.org/z', position: 2 },
    { url: 'https://a.org/y', position: -1 },
  ]);
  const inOrder = [...nodes].sort((a, b) => a.position - b.position).map(({ slug }) => slug);
  expect(inOrder).toEqual(['y', 'z', 'a', 'b']);
});

test('duplicates, refusals and deep paths are named as they were given, and counted', () => {
  const deep = `https://a.org/${'x/'.repeat(11)}`;
  const { nodes, statistics, warnings } = buildHierarchy([
    'https://a.org/a',
    'https://A.org/a/#top',
    'a.org/b',
    deep,
    'http://b.org/',
  ]);
  expect(nodes).toHaveLength(3);
  expect(warnings.map(({ code, url }) => [code, url])).toEqual([
    ['DUPLICATE_URL', 'https://A.org/a/#top'],
    ['INVALID_URL', 'a.org/b'],
    ['DEEP_PATH', deep],
  ]);
  expect(statistics).toEqual({ nodes: 3, sites: 2, roots: 3, orphans: 2, maxDepth: 0, duplicates: 1, refused: 1 });
  expect(buildHierarchy([deep], { deepPath: 11 }).warnings).toEqual([]);
  const [odd, ...others] = buildHierarchy(['https://"a.org/', 'https://[::1]:8080/', 'https://ü.org/']).warnings;
  expect([odd?.code, odd?.url, others]).toEqual(['ODD_HOST', 'https://"a.org/', []]);
});

test('nothing is a hierarchy too', () => {
  expect(buildHierarchy([])).toMatchObject({ nodes: [], warnings: [], statistics: { nodes: 0, maxDepth: 0 } });
});

test('a node at each level that a path may have is no trouble', () => {
  const urls = Array.from({ length: MAX_SEGMENTS + 1 }, (_, level) => `https://a.org/${'x/'.repeat(level)}`);
  const { statistics, nodes } = buildHierarchy(urls);
  expect(statistics).toMatchObject({ nodes: 101, roots: 1, maxDepth: 100 });
  expect(nodes.at(-1)?.breadcrumb).toHaveLength(101);
});

test('it agrees with a model that compares every page with every other', () => {
  fc.assert(
    fc.property(hierarchyInputs, (inputs) => {
      const { nodes, statistics } = buildHierarchy(inputs);
      expect(nodes).toEqual(naiveHierarchy(inputs));
      expect(statistics.roots).toBe(nodes.filter(({ parent }) => parent === null).length);
      expect(statistics.nodes + statistics.duplicates).toBe(inputs.length);
    }),
    { numRuns: 500 },
  );
});

test('each node has one place among its siblings, whatever the order of the input', () => {
  fc.assert(
    fc.property(hierarchyInputs, ([...inputs]) => {
      const unique = [...new Map(inputs.map((input) => [canonicalUrl(input.url), input])).values()];
      const places = (given: typeof inputs) =>
        new Map(buildHierarchy(given).nodes.map(({ url, ...place }) => [url, place]));
      expect(places(unique.toReversed())).toEqual(places(unique));
    }),
  );
});
