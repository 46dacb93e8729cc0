import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { sendJson } from './sendText.ts';

const DATABASE_DEADLINE_MS = 3000;

/** The process answers. */
export function sendLive(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' });
}

/** The process can do its work: the database answers. 503 when it does not. */
export async function sendReady(response: ServerResponse, prisma: PrismaClient): Promise<void> {
  const deadline = new AbortController();
  const late = sleep(DATABASE_DEADLINE_MS, false, { signal: deadline.signal, ref: false }).catch(() => false);
  const answered = prisma.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answered, late]);
  deadline.abort();
  if (ready) sendJson(response, 200, { status: 'ok' });
  else sendJson(response, 503, { status: 'unavailable', reason: 'The database does not answer.' });
}
