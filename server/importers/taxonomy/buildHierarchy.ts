import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { Invalid } from '../../sdk/index.ts';
import { canonicalUrl } from './canonicalUrl.ts';
import { DEEP_PATH, odditiesOf } from './oddities.ts';
import { createPathIndex } from './pathIndex.ts';
import { type Place, placeOf, slugOf, titleOf } from './place.ts';
import { TRACKING_PARAMETERS } from './tracking.ts';

export interface HierarchyInput {
  readonly url: string;
  /** Wins over the one that is made from the URL. */
  readonly title?: string | null;
  /** The place among its siblings that is asked for. */
  readonly position?: number | null;
}

export interface HierarchyOptions {
  /** See canonicalUrl. */
  readonly trackingParameters?: readonly string[];
  /** Paths of more segments than this get a warning; DEEP_PATH unless told. */
  readonly deepPath?: number;
}

export interface HierarchyNode {
  /** Canonical. */
  readonly url: string;
  readonly site: string;
  /** The URL of the nearest ancestor by path, which may be the site's home page; null for a root. */
  readonly parent: string | null;
  /** Nodes above it. */
  readonly depth: number;
  /** Titles from the root to the node itself. */
  readonly breadcrumb: readonly string[];
  readonly slug: string;
  readonly title: string;
  /**
   * From 1, among the nodes with the same parent, and for a root among the roots of its site: by the positions that
   * were asked for, those without one behind, and then by URL in code unit order.
   */
  readonly position: number;
}

export interface HierarchyStatistics {
  readonly nodes: number;
  readonly sites: number;
  /** Nodes without a parent. */
  readonly roots: number;
  /** Roots that are not their site's home page. */
  readonly orphans: number;
  /** The largest depth; 0 where there are none but roots. */
  readonly maxDepth: number;
  readonly duplicates: number;
  /** URLs that are none; their warnings say why. */
  readonly refused: number;
}

export interface HierarchyWarning extends Message {
  /** DUPLICATE_URL, DEEP_PATH, ODD_HOST, or the code of canonicalUrl for a URL that was left out. */
  readonly code: string;
  /** As it was given. */
  readonly url: string;
}

export interface Hierarchy {
  /** In the order in which they were given, each once: the first of equal URLs counts. */
  readonly nodes: readonly HierarchyNode[];
  readonly statistics: HierarchyStatistics;
  readonly warnings: readonly HierarchyWarning[];
}

/** What is known of a node while its place is worked out. */
interface Draft {
  readonly url: string;
  readonly place: Place;
  readonly title: string;
  readonly wanted: number | null;
  readonly children: Draft[];
  parent: Draft | null;
  depth: number;
  breadcrumb: readonly string[];
  position: number;
}

/**
 * The hierarchy of web addresses, by their paths: each one's parent is the nearest ancestor that is among them. Pure.
 * Takes time in proportion to the URLs' characters and the breadcrumbs' length, besides sorting siblings.
 *
 * @example buildHierarchy(['https://a.org/', 'https://a.org/docs/intro']).nodes[1]
 * // { parent: 'https://a.org/', depth: 1, breadcrumb: ['a.org', 'Intro'], slug: 'intro', position: 1, ... }
 */
export function buildHierarchy(urls: readonly (string | HierarchyInput)[], options: HierarchyOptions = {}): Hierarchy {
  const warnings: HierarchyWarning[] = [];
  const drafts = draftsOf(urls, options, warnings);
  const rootsBySite = link(drafts);
  for (const roots of rootsBySite.values()) placeBelow(roots);
  const roots = [...rootsBySite.values()].flat();
  const duplicates = warnings.filter(({ code }) => code === 'DUPLICATE_URL').length;
  return {
    nodes: drafts.map(nodeOf),
    statistics: {
      nodes: drafts.length,
      sites: new Set(drafts.map(({ place }) => place.site)).size,
      roots: roots.length,
      orphans: roots.filter(({ place }) => place.segments.length > 0 || place.query !== null).length,
      maxDepth: drafts.reduce((max, { depth }) => Math.max(max, depth), 0),
      duplicates,
      refused: urls.length - drafts.length - duplicates,
    },
    warnings,
  };
}

function draftsOf(
  urls: readonly (string | HierarchyInput)[],
  { trackingParameters = TRACKING_PARAMETERS, deepPath = DEEP_PATH }: HierarchyOptions,
  warnings: HierarchyWarning[],
): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const given of urls) {
    const { url: text, title, position }: HierarchyInput = typeof given === 'string' ? { url: given } : given;
    const url = canonicalUrl(text, trackingParameters);
    if (url instanceof Invalid) {
      warnings.push({ ...url, url: text });
    } else if (drafts.has(url)) {
      warnings.push({ url: text, ...message('DUPLICATE_URL', { url }) });
    } else {
      const place = placeOf(url);
      for (const oddity of odditiesOf(place, deepPath)) warnings.push({ ...oddity, url: text });
      drafts.set(url, draft(url, place, title || titleOf(place), position ?? null));
    }
  }
  return [...drafts.values()];
}

function draft(url: string, place: Place, title: string, wanted: number | null): Draft {
  return { url, place, title, wanted, children: [], parent: null, depth: 0, breadcrumb: [], position: 0 };
}

/** Gives each draft its parent, and gives back those without one, by site. */
function link(drafts: readonly Draft[]): Map<string, Draft[]> {
  const pages = createPathIndex<Draft>();
  for (const page of drafts) if (page.place.query === null) pages.add(page.place, page);
  const roots = new Map<string, Draft[]>();
  for (const node of drafts) {
    node.parent = pages.nearestAbove(node.place);
    if (node.parent !== null) node.parent.children.push(node);
    else if (!roots.get(node.place.site)?.push(node)) roots.set(node.place.site, [node]);
  }
  return roots;
}

/** Without recursion, as deep as a path may be. */
function placeBelow(roots: Draft[]): void {
  const waiting = [roots];
  for (let siblings = waiting.pop(); siblings !== undefined; siblings = waiting.pop()) {
    siblings.sort(bySiblingOrder);
    for (const [index, node] of siblings.entries()) {
      node.position = index + 1;
      node.depth = node.parent === null ? 0 : node.parent.depth + 1;
      node.breadcrumb = [...(node.parent?.breadcrumb ?? []), node.title];
      if (node.children.length > 0) waiting.push(node.children);
    }
  }
}

function bySiblingOrder(a: Draft, b: Draft): number {
  if (a.wanted !== b.wanted) return (a.wanted ?? Number.POSITIVE_INFINITY) - (b.wanted ?? Number.POSITIVE_INFINITY);
  return a.url < b.url ? -1 : 1;
}

function nodeOf({ url, place, title, parent, depth, breadcrumb, position }: Draft): HierarchyNode {
  return {
    url,
    site: place.site,
    parent: parent?.url ?? null,
    depth,
    breadcrumb,
    slug: slugOf(place),
    title,
    position,
  };
}
