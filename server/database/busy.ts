import pg from 'pg';
import { z } from 'zod';
import { Prisma } from '../generated/prisma/client.ts';

/** A lock that was not given in time, a statement that took too long, and no connection left on the server. */
const BUSY_STATES = ['55P03', '57014', '53300'];
/** What pg's pool says, without a code, when all connections of a share are in use for too long. */
const NONE_FREE = /timeout exceeded when trying to connect/;
/** Prisma's code for the same, of a transaction. */
const NO_TRANSACTION = 'P2028';

/** An error of Postgres as Prisma hands it on. */
const adapted = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

/** Whether the database was busy: another session holds a lock or all connections. A retry can help. */
export function isBusy(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (BUSY_STATES.includes(stateOf(current) ?? '') || NONE_FREE.test(current.message)) return true;
  }
  return false;
}

function stateOf(error: Error): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === NO_TRANSACTION) return '53300';
  return adapted.safeParse(error.meta).data?.driverAdapterError.cause.originalCode ?? null;
}
