import type { EngineContext } from '../model/context.ts';
import { stopImport } from './stopImport.ts';

/** Lets an import wait, until it is resumed: within one chunk or half a second, whichever comes first. */
export function pauseImport(context: EngineContext, actor: string, id: string): Promise<void> {
  return stopImport(context, actor, id, {
    step: 'pause',
    action: 'PAUSE',
    reason: `Paused by ${actor}.`,
    refusal: (status) => `An import that is ${status} cannot be paused: nothing of it is at work.`,
  });
}
