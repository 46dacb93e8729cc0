import type { AnyImporter, KnownFormat } from '../importer.ts';
import { essenceOfHeader, isTypo, normaliseHeader } from './headerNames.ts';
import type { SuggestedColumn } from './suggestion.ts';

export interface SuggestedMapping {
  /** The known format that the columns were recognised as. */
  readonly format: string | null;
  /** One entry for each column, in their order. */
  readonly mapping: readonly SuggestedColumn[];
}

/** What a mapping needs to know of an importer. */
export type Mappable = Pick<AnyImporter, 'fields' | 'catchAll' | 'formats' | 'headerPairs'>;

interface Candidate {
  readonly column: number;
  readonly field: string;
  readonly confidence: number;
  /** Place of the field among the fields, and of the alias that matched among its aliases. */
  readonly fieldRank: number;
  readonly aliasRank: number;
}

/** Below this length one letter makes another word: county and country. */
const SHORTEST_TYPO = 8;
const CONFIDENCE = { exact: 1, filler: 0.8, typo: 0.6, none: 0 } as const;

/**
 * Which field each column means. Known formats go first, by their signature; then names, labels and aliases, exactly,
 * with harmless words around, with one typing error. A field is given to one column at most, the best; what is left
 * goes to the catch-all, or is ignored where the importer has none. Pure, and for columns in the thousands.
 */
export function suggestMapping(importer: Mappable, columns: readonly string[]): SuggestedMapping {
  const format = recogniseFormat(importer.formats ?? [], columns);
  if (format !== null) return { format: format.name, mapping: mapByFormat(importer, format, columns) };
  return { format: null, mapping: mapPairs(importer, mapByNames(importer, columns)) };
}

/** The format with the longest signature that the columns fulfil. */
function recogniseFormat(formats: readonly KnownFormat[], columns: readonly string[]): KnownFormat | null {
  const headers = new Set(columns.map(normaliseHeader));
  let best: KnownFormat | null = null;
  for (const format of formats) {
    const longer = best === null || format.signature.length > best.signature.length;
    if (longer && fulfils(headers, format)) best = format;
  }
  return best;
}

function fulfils(headers: ReadonlySet<string>, format: KnownFormat): boolean {
  if (!format.signature.every((header) => headers.has(normaliseHeader(header)))) return false;
  return format.exact !== true || headers.size === format.signature.length;
}

function mapByFormat(importer: Mappable, format: KnownFormat, columns: readonly string[]): SuggestedColumn[] {
  const catchAll = importer.catchAll ?? null;
  const fields = new Map<string, string | null>();
  const given = new Set<string>();
  const headers = new Set(columns.map(normaliseHeader));
  for (const [header, field] of Object.entries(format.mapping)) {
    const name = normaliseHeader(header);
    if (!headers.has(name) || fields.has(name) || (field !== null && given.has(field))) continue;
    fields.set(name, field);
    if (field !== null) given.add(field);
  }
  return columns.map((column) => {
    const name = normaliseHeader(column);
    const field = fields.get(name);
    // Columns that differ only in punctuation: the first has the field.
    fields.delete(name);
    return { column, field: field === undefined ? catchAll : field, confidence: CONFIDENCE.exact };
  });
}

function mapByNames(importer: Mappable, columns: readonly string[]): SuggestedColumn[] {
  const candidates = findCandidates(importer, columns).sort(
    (a, b) =>
      b.confidence - a.confidence || a.fieldRank - b.fieldRank || a.aliasRank - b.aliasRank || a.column - b.column,
  );
  const byColumn = new Map<number, Candidate>();
  const given = new Set<string>();
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || given.has(candidate.field)) continue;
    byColumn.set(candidate.column, candidate);
    given.add(candidate.field);
  }
  return columns.map((column, index) => {
    const found = byColumn.get(index);
    if (found === undefined) return { column, field: importer.catchAll ?? null, confidence: CONFIDENCE.none };
    return { column, field: found.field, confidence: found.confidence };
  });
}

/** Columns whose header means something else beside another: both are sure then. */
function mapPairs({ headerPairs = [] }: Mappable, mapping: readonly SuggestedColumn[]): readonly SuggestedColumn[] {
  const isTaken = (field: string) => mapping.some((column) => column.field === field);
  return mapping.map((entry) => {
    const name = normaliseHeader(entry.column);
    const pair = headerPairs.find(
      ({ header, beside, field }) => normaliseHeader(header) === name && isTaken(beside) && !isTaken(field),
    );
    return pair ? { ...entry, field: pair.field } : entry;
  });
}

function findCandidates(importer: Mappable, columns: readonly string[]): Candidate[] {
  const names = columns.map((column) => ({ exact: normaliseHeader(column), essence: essenceOfHeader(column) }));
  return Object.keys(importer.fields).flatMap((field, fieldRank) => {
    const aliases = aliasesOf(importer, field);
    return names.flatMap(({ exact, essence }, column) => {
      const match = matchAlias(aliases, exact, essence);
      return match === null ? [] : [{ column, field, fieldRank, ...match }];
    });
  });
}

function aliasesOf(importer: Mappable, field: string): Map<string, number> {
  const { label = field, aliases = [] } = importer.fields[field] ?? {};
  const ranks = new Map<string, number>();
  // What people read goes before what programs do: of "Title" and "Job title" the latter says more.
  for (const alias of [label, field, ...aliases].map(normaliseHeader)) {
    if (alias !== '' && !ranks.has(alias)) ranks.set(alias, ranks.size);
  }
  return ranks;
}

function matchAlias(
  aliases: ReadonlyMap<string, number>,
  exact: string,
  essence: string,
): Pick<Candidate, 'confidence' | 'aliasRank'> | null {
  const exactRank = aliases.get(exact);
  if (exactRank !== undefined) return { confidence: CONFIDENCE.exact, aliasRank: exactRank };
  const essenceRank = aliases.get(essence);
  if (essenceRank !== undefined) return { confidence: CONFIDENCE.filler, aliasRank: essenceRank };
  if (exact.length < SHORTEST_TYPO) return null;
  for (const [alias, aliasRank] of aliases) {
    if (alias.length >= SHORTEST_TYPO && isTypo(alias, exact)) return { confidence: CONFIDENCE.typo, aliasRank };
  }
  return null;
}
