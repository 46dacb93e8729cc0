import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { stopImport } from './stopImport.ts';

/** Lets an import wait, until it is resumed: within one chunk or half a second, whichever comes first. */
export function pauseImport(context: EngineContext, actor: string, id: string): Promise<void> {
  return stopImport(context, actor, id, {
    step: 'pause',
    action: 'PAUSE',
    reason: message('PAUSED_BY', { who: actor }),
    refusal: (status) => message('NOT_TO_PAUSE', { status }),
  });
}
