import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '../../generated/prisma/client.ts';

export interface ProjectEvent {
  readonly projectId: string;
  readonly actor: string;
  readonly action: string;
  /** Never a secret. */
  readonly detail?: Prisma.InputJsonObject;
}

/** Keeps who changed what of a project's people and keys. In the transaction of the change, so that neither stands alone. */
export async function audit(tx: Prisma.TransactionClient, event: ProjectEvent): Promise<void> {
  await tx.auditEntry.create({ data: { id: uuidv7(), ...event } });
}
