import { InvalidInput } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import { TABLE_KIND } from '../../sdk/reference/review.ts';
import type { Builder } from '../builder.ts';

/** Kinds of an importer that Sluice ships, by their names, with their descriptions. */
export type EntityKinds = Readonly<Record<string, string>>;

/** The kind in the API of all records that references of importers' fields look for. */
const RECORD = 'RECORD';

/** EntityKind: those of the features, and RECORD for whatever else importers refer to. */
export function addEntityKind(builder: Builder, ofFeatures: EntityKinds) {
  const values = Object.entries({
    ...ofFeatures,
    [RECORD]: "A record that a reference of an importer's field looks for; `target` names its table.",
  }).map(([kind, description]) => [kind, { description }] as const);
  return builder.enumType('EntityKind', {
    description: 'The kind of record that a name in a source refers to.',
    values: Object.fromEntries(values),
  });
}

export type KindRef = ReturnType<typeof addEntityKind>;

/** A kind as the API names it. */
export interface ApiKind {
  readonly kind: string;
  /** Of RECORD: the table. */
  readonly target: string | null;
}

/** As the API names a kind that is kept with matches and rules. */
export function apiKind(kept: string): ApiKind {
  return kept.startsWith(TABLE_KIND)
    ? { kind: RECORD, target: kept.slice(TABLE_KIND.length) }
    : { kind: kept, target: null };
}

/** As matches and rules keep the kind. Throws InvalidInput for RECORD without a target, and for a target of another kind. */
export function keptKind(kind: string, target: string | null | undefined): string {
  if (kind !== RECORD) {
    if (target) throw new InvalidInput([{ path: ['target'], message: message('NO_TARGET', { name: kind }) }]);
    return kind;
  }
  if (!target) throw new InvalidInput([{ path: ['target'], message: message('WHICH_TARGET') }]);
  return `${TABLE_KIND}${target}`;
}

/** The kinds that a filter lets through, of those that are known here. */
export function filteredKinds(
  known: readonly { readonly kind: string }[],
  kind: string | null | undefined,
  target: string | null | undefined,
): string[] {
  return known
    .map((each) => each.kind)
    .filter((kept) => {
      const named = apiKind(kept);
      return (!kind || named.kind === kind) && (!target || named.target === target);
    });
}

export const TARGET_ARG = 'With RECORD: the table, as the importer names it.';
