import type { Schedule, ScheduleRun } from '../../../engine/model/schedule.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { readMessage } from '../../../messages/stored.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';

/** A schedule as the API shows it: without the URL that it keeps encrypted. */
export type ScheduleShape = Omit<Schedule, 'encryptedUrl' | 'input'> & { readonly input: unknown };

const omit = { encryptedUrl: true, secretId: true } as const;

/** A project's schedules by name. */
export async function readSchedules(
  prisma: PrismaClient,
  projectId: string,
  page: Page,
): Promise<Connection<ScheduleShape>> {
  const where = { projectId };
  const rows = await prisma.importSchedule.findMany({
    where: page.after === null ? where : { ...where, name: { gt: page.after } },
    ...{ orderBy: { name: 'asc' }, skip: page.skip, take: page.take + 1, omit },
  });
  return connectionOf(
    rows,
    page,
    ({ name }) => name,
    () => prisma.importSchedule.count({ where }),
  );
}

/** What came of a schedule's times, the newest first. */
export async function readScheduleRuns(
  prisma: PrismaClient,
  scheduleId: string,
  page: Page,
): Promise<Connection<ScheduleRun>> {
  if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
  const where = { scheduleId };
  const rows = await prisma.scheduleRun.findMany({
    where: page.after === null ? where : { ...where, id: { lt: page.after } },
    ...{ orderBy: { id: 'desc' }, skip: page.skip, take: page.take + 1 },
  });
  return connectionOf(
    rows.map((row) => ({ ...row, reason: row.reason === null ? null : readMessage(row.reason) })),
    page,
    ({ id }) => id,
    () => prisma.scheduleRun.count({ where }),
  );
}
