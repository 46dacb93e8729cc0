import { resumeImport } from './commands/resumeImport.ts';
import { startImport } from './commands/startImport.ts';
import type { EngineContext } from './context.ts';
import type { Engine } from './engine.ts';
import { readProgress } from './store/readProgress.ts';

/** The engine's commands, bound to what they need. */
export function createEngine(context: EngineContext): Engine {
  return {
    startImport: (actor, input) => startImport(context, actor, input),
    resumeImport: (actor, id, change) => resumeImport(context, actor, id, change),
    progress: (ids) => readProgress(context.database, ids),
  };
}
