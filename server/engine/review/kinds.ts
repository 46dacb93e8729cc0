import type { AnyImporter } from '../../sdk/importer.ts';
import type { ReviewKind } from '../../sdk/reference/review.ts';
import type { KnownKind } from '../model/review.ts';

/** A kind with the importers whose rows wait for decisions about it. */
export interface SharedKind {
  readonly reviewKind: ReviewKind;
  readonly importers: readonly string[];
}

/** The kinds of all importers. Of importers that refer to the same kind, the first one's words count. */
export function kindsOf(importers: ReadonlyMap<string, AnyImporter>): ReadonlyMap<string, SharedKind> {
  const kinds = new Map<string, SharedKind>();
  for (const { name, review } of importers.values()) {
    for (const reviewKind of review ?? []) {
      const known = kinds.get(reviewKind.kind) ?? { reviewKind, importers: [] };
      kinds.set(reviewKind.kind, { ...known, importers: [...new Set([...known.importers, name])] });
    }
  }
  return kinds;
}

/** In the order of the importers. */
export function listKinds(importers: ReadonlyMap<string, AnyImporter>): readonly KnownKind[] {
  return [...kindsOf(importers).values()].map(({ reviewKind: { kind, label, hasPlace = false } }) => ({
    ...{ kind, label, hasPlace },
  }));
}
