import type { RoundResult } from './round.ts';

/** An import must move again within this time after anything, in ms. */
export const TARGET_MS = 20_000;

/**
 * What is wrong with a round; empty when nothing is. Within `targetMs` the import must have moved again: a machine that is
 * busy with other things keeps no such time.
 */
export function failuresOf({ struck, difference, failure }: RoundResult, targetMs: number): string[] {
  const errors: string[] = [];
  if (failure !== null) errors.push(failure);
  if (struck === null) errors.push('the statement was never reached');
  if (struck?.stuck) errors.push('the import did not move again');
  if (struck && struck.movedMs !== null && struck.movedMs > targetMs) errors.push(`moved after ${struck.movedMs} ms`);
  if (difference?.lost) errors.push(`${difference.lost} lost`);
  if (difference?.twice) errors.push(`${difference.twice} twice`);
  return [...errors, ...(difference?.examples ?? [])];
}

/** What is wrong with any of the rounds, however long it took, each with what befell it. */
export function describeErrors(results: readonly RoundResult[]): { blow: string; errors: string[] }[] {
  return results.flatMap((result) => {
    const errors = failuresOf(result, Number.POSITIVE_INFINITY);
    const { kind, when, point } = result.blow;
    return errors.length === 0 ? [] : [{ blow: `${kind} ${when} ${point.phase}: ${point.name}`, errors }];
  });
}

const WIDTHS = [8, 20, 8, 9, 9, 10, 6, 6] as const;

export const HEADING = columns('phase', 'statement', 'when', 'what', 'who', 'moved s', 'lost', 'twice');

/** A round in one line, and a line more for each of its faults. */
export function lineOf(result: RoundResult): string {
  const { blow, struck, difference } = result;
  const moved = struck?.movedMs === null || struck === null ? '-' : (struck.movedMs / 1_000).toFixed(1);
  const line = columns(
    blow.point.phase,
    `${blow.point.name} ${blow.count}`,
    blow.when,
    blow.kind,
    struck?.role ?? 'nobody',
    moved,
    String(difference?.lost ?? '-'),
    String(difference?.twice ?? '-'),
  );
  return [line, ...failuresOf(result, TARGET_MS).map((failure) => `    ! ${failure.slice(0, 600)}`)].join('\n');
}

/** Figures over all rounds, and the verdict. */
export function summaryOf(results: readonly RoundResult[]): string {
  const moved = results
    .flatMap(({ struck }) => (struck?.movedMs == null ? [] : [struck.movedMs]))
    .sort((a, b) => a - b);
  const of = (kind: string): number => results.filter(({ blow, struck }) => struck && blow.kind === kind).length;
  const sum = (key: 'lost' | 'twice'): number =>
    results.reduce((total, one) => total + (one.difference?.[key] ?? 0), 0);
  const failing = results.filter((result) => failuresOf(result, TARGET_MS).length > 0).length;
  const seconds = (ms: number | undefined): string => (ms === undefined ? '-' : (ms / 1_000).toFixed(1));
  return [
    `${of('kill')} kills, ${of('postgres')} crashes of Postgres, ${of('freeze')} frozen processes`,
    `moved again after: median ${seconds(moved[moved.length >> 1])} s, at most ${seconds(moved.at(-1))} s (target ${TARGET_MS / 1_000} s)`,
    `${sum('lost')} lost, ${sum('twice')} twice, ${failing} of ${results.length} rounds with a fault`,
    failing === 0 ? 'PASSED' : 'FAILED',
  ].join('\n');
}

function columns(...cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0)).join(' ');
}
