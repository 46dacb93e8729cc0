import process from 'node:process';
import { checkSync, type Parameters } from 'recheck';

// The analyser in JavaScript, since the others are not there for every machine.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Each limit is one of steps, none of time: the verdict on a busy machine is that on any other. */
const LIMITS: Parameters = { timeout: null, attackTimeout: null, incubationTimeout: null };

/** What of a pattern's work grows with more than the length of its text, in words; null where nothing does. */
export function analyse(source: string, flags: string): string | null {
  const found = checkSync(source, flags, LIMITS);
  if (found.status === 'safe') return null;
  if (found.status === 'unknown') return `cannot be judged (${found.error.kind})`;
  const { complexity, attack } = found;
  const growth = complexity.type === 'polynomial' ? `to the power of ${complexity.degree}` : complexity.type;
  return `takes time that grows ${growth}, over a text such as ${attack.pattern}`;
}
