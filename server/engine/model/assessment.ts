import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Thresholds } from './options.ts';

/** Rows of an import that have an outcome. */
export interface RatedRows {
  readonly rows: number;
  /** Failed or discarded. */
  readonly bad: number;
  /** Those of them with something wrong in the row itself. */
  readonly invalid: number;
  /** Those of them that refer to an entity that is unknown. */
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
  readonly reasons: readonly Message[];
}

export function assess(rated: RatedRows, thresholds: Thresholds, resolvesEntities: boolean): Assessment {
  const rate = (bad: number): number => (rated.rows === 0 ? 1 : (rated.rows - bad) / rated.rows);
  const successRate = rate(rated.bad);
  const validationRate = rate(rated.invalid);
  const entityResolutionRate = resolvesEntities ? rate(rated.unresolved) : null;
  const missed = [
    missing('MISSED_SUCCESS', successRate, thresholds.minSuccessRate),
    missing('MISSED_VALIDATION', validationRate, thresholds.minValidationRate),
    missing('MISSED_ENTITIES', entityResolutionRate, thresholds.minEntityResolutionRate),
  ].flatMap((reason) => reason ?? []);
  return {
    ...{ thresholds, successRate, validationRate, entityResolutionRate, canProceed: missed.length === 0 },
    reasons: missed.length > 0 ? missed : [message('ALL_THRESHOLDS')],
  };
}

function missing(
  code: 'MISSED_SUCCESS' | 'MISSED_VALIDATION' | 'MISSED_ENTITIES',
  rate: number | null,
  threshold: number,
): Message | null {
  return rate === null || rate >= threshold ? null : message(code, { rate, threshold });
}
