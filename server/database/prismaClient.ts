import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

/**
 * Prisma over a pool that the caller owns and ends: one bounded set of connections for the whole process. Its statements
 * name the schema of Sluice's tables with each of them.
 */
export function createPrismaClient(pool: pg.Pool, schema: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { schema }) });
}
