import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { stopImport } from './stopImport.ts';

/** Ends an import before its time: within one chunk or half a second. What is done stays; the rest can be resumed. */
export function cancelImport(context: EngineContext, actor: string, id: string): Promise<void> {
  return stopImport(context, actor, id, {
    step: 'cancel',
    action: 'CANCEL',
    reason: message('CANCELLED_BY', { who: actor }),
    refusal: (status) => message('NOT_TO_CANCEL', { status }),
  });
}
