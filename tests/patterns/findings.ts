import { analyse } from './analyse.ts';
import type { Pattern } from './readPatterns.ts';

/** Patterns that are put together when the program runs, and why that is no danger; by file and a piece of the code. */
export type Exceptions = readonly { readonly file: string; readonly code: string; readonly reason: string }[];

/** What is wrong with patterns, a line each. `safe`: those that were found to be so before; grows by those found now. */
export function findings(patterns: readonly Pattern[], exceptions: Exceptions, safe: Set<string>): string[] {
  const judged = patterns.flatMap((pattern) => {
    const problem = isExcepted(pattern, exceptions) ? null : faultOf(pattern, safe);
    return problem === null ? [] : [`${pattern.place}: ${pattern.code} ${problem}`];
  });
  const unused = exceptions.filter((exception) => !patterns.some((pattern) => isExcepted(pattern, [exception])));
  return [...judged, ...unused.map(({ file, code }) => `${file}: ${code} is excepted, and not there`)];
}

function isExcepted({ place, code }: Pattern, exceptions: Exceptions): boolean {
  return exceptions.some((exception) => place.startsWith(`${exception.file}:`) && code.includes(exception.code));
}

function faultOf({ source, flags }: Pattern, safe: Set<string>): string | null {
  if (source === null) return 'is not told from constants of its file: make it so, or except it with a reason';
  const key = `/${source}/${flags}`;
  if (safe.has(key)) return null;
  const problem = analyse(source, flags);
  if (problem === null) safe.add(key);
  return problem;
}
