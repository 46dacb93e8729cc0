import type { Place } from './place.ts';

/** Pages by the segments of their paths, site by site. Adding and finding take time in proportion to the path. */
export interface PathIndex<Page> {
  /** A page without a query. */
  add(place: Place, page: Page): void;
  /** The nearest page above: the same path without its query, or one that the path leads through; null for none. */
  nearestAbove(place: Place): Page | null;
}

interface Step<Page> {
  page: Page | null;
  next: Map<string, Step<Page>> | null;
}

export function createPathIndex<Page>(): PathIndex<Page> {
  const sites = new Map<string, Step<Page>>();
  return {
    add({ site, segments }, page) {
      let step = sites.get(site) ?? { page: null, next: null };
      sites.set(site, step);
      for (const segment of segments) {
        step.next ??= new Map();
        const next = step.next.get(segment) ?? { page: null, next: null };
        step.next.set(segment, next);
        step = next;
      }
      step.page = page;
    },
    nearestAbove({ site, segments, query }) {
      let nearest: Page | null = null;
      let step = sites.get(site);
      for (const segment of segments) {
        if (step === undefined) return nearest;
        nearest = step.page ?? nearest;
        step = step.next?.get(segment);
      }
      return query === null ? nearest : (step?.page ?? nearest);
    },
  };
}
