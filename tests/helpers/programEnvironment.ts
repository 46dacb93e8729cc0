import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node makes it, and keeps the versions of itself and of each source apart. */
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/sluice-compile');

/**
 * What a program that a test starts has of this process's environment: nothing of Sluice's, and not what vitest adds.
 * What Node makes of the sources is kept for the next program, which spends a third less on its start.
 */
export function programEnvironment(): {
  readonly PATH: string;
  readonly HOME: string;
  readonly TMPDIR: string;
  readonly NODE_COMPILE_CACHE: string;
} {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, TMPDIR: tmpdir(), NODE_COMPILE_CACHE: COMPILED };
}
