import type { Engine } from '../engine/engine.ts';
import type { Context } from './context.ts';
import { createLoader } from './loader.ts';

/** All importers of a list ask at once, and are answered by one statement; a later selection reads anew. */
export function createStartSwitchesReader(engine: Engine): Context['startSwitches'] {
  const load = createLoader(async () => new Map([['all', await engine.startSwitches()]]));
  return async () => (await load('all')) ?? [];
}
