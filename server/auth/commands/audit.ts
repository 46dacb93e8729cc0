import type { AuditEntry } from '../../engine/model/auditEntry.ts';
import { addAuditEntry } from '../../engine/store/auditTrail.ts';
import type { Prisma } from '../../generated/prisma/client.ts';

/** Records who changed what of a project, its people and its keys, in the transaction of the change, which is Prisma's. */
export function audit(tx: Prisma.TransactionClient, entry: AuditEntry): Promise<void> {
  const query = <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    tx.$queryRawUnsafe<Row[]>(text, ...values);
  return addAuditEntry({ query }, entry);
}
