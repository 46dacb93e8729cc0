import type { Thresholds } from './options.ts';

/** Rows of an import that have an outcome. */
export interface RatedRows {
  readonly rows: number;
  /** Failed or discarded. */
  readonly bad: number;
  /** Those of them with something wrong in the row itself. */
  readonly invalid: number;
  /** Those of them that refer to an entity which nobody could tell. */
  readonly unresolved: number;
}

/** How an import went, and whether to go on from it. Rates are from 0 to 1, and 1 where there is nothing to rate. */
export interface Assessment {
  readonly thresholds: Thresholds;
  readonly successRate: number;
  readonly validationRate: number;
  /** Null for an importer whose rows refer to no entities. */
  readonly entityResolutionRate: number | null;
  readonly canProceed: boolean;
  /** Words for a person: each rate that misses its threshold, or that all are met. */
  readonly reasons: readonly string[];
}

export function assess(rated: RatedRows, thresholds: Thresholds, resolvesEntities: boolean): Assessment {
  const rate = (bad: number): number => (rated.rows === 0 ? 1 : (rated.rows - bad) / rated.rows);
  const successRate = rate(rated.bad);
  const validationRate = rate(rated.invalid);
  const entityResolutionRate = resolvesEntities ? rate(rated.unresolved) : null;
  const missed = [
    missing(successRate, thresholds.minSuccessRate, 'of the rows have a good outcome'),
    missing(validationRate, thresholds.minValidationRate, 'of the rows are valid'),
    missing(entityResolutionRate, thresholds.minEntityResolutionRate, 'of the rows refer to entities that are known'),
  ].flatMap((reason) => reason ?? []);
  return {
    ...{ thresholds, successRate, validationRate, entityResolutionRate, canProceed: missed.length === 0 },
    reasons: missed.length > 0 ? missed : ['All thresholds are met.'],
  };
}

function missing(rate: number | null, threshold: number, what: string): string | null {
  if (rate === null || rate >= threshold) return null;
  return `${percent(rate)} ${what}; at least ${percent(threshold)} are asked for.`;
}

/** Down to a hundredth, and never up: what misses a threshold must not look as if it met it. */
function percent(rate: number): string {
  return `${Math.floor(rate * 10_000 + 1e-6) / 100} %`;
}
