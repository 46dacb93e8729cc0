import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Node made of the sources. It makes the folder, and keeps the versions of itself and of each source apart. */
export const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/sluice-compile');

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
  return { PATH, HOME, TMPDIR: tmpdir(), NODE_COMPILE_CACHE: COMPILE_CACHE };
}
