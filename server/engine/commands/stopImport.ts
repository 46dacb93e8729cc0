import type { Message } from '../../messages/message.ts';
import { transition } from '../apply/endImport.ts';
import type { AuditAction } from '../model/auditEntry.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict } from '../model/errors.ts';
import type { ImportStatus } from '../model/import.ts';
import { STEPS } from '../model/status.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { lockImport } from './lockImport.ts';

interface Stop {
  readonly step: 'pause' | 'cancel';
  readonly action: AuditAction;
  readonly reason: Message;
  readonly refusal: (status: ImportStatus) => Message;
}

/** Takes an import out of work. Asking for the status that it has already succeeds and changes nothing. */
export async function stopImport(context: EngineContext, actor: string, id: string, stop: Stop): Promise<void> {
  await context.database.transaction(async (tx) => {
    const { status, projectId } = await lockImport(tx, id);
    if (status === STEPS[stop.step].to) return;
    if (!(await transition(context, tx, id, stop.step, { reason: stop.reason }))) {
      throw new Conflict(stop.refusal(status));
    }
    await addAuditEntry(tx, { projectId, importId: id, actor, action: stop.action });
  });
}
