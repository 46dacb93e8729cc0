import { requireRole } from '../auth/requireRole.ts';
import { NotFound } from '../engine/errors.ts';
import type { Schedule } from '../engine/schedules/schedule.ts';
import type { Role } from '../generated/prisma/enums.ts';
import type { Context } from './context.ts';
import { isUuid } from './isUuid.ts';
import { viewerOf } from './viewerOf.ts';

/** The schedule, once the viewer may act on it as `role`. Throws NotFound for one that is not there or not theirs. */
export async function requireSchedule(context: Context, id: string, role: Role): Promise<Schedule> {
  const viewer = viewerOf(context);
  const found = isUuid(id) ? await context.engine.schedule(id) : null;
  if (!found || viewer.roleIn(found.projectId) === null) {
    throw new NotFound(`There is no schedule "${id}" that you may see.`);
  }
  requireRole(viewer, found.projectId, role);
  return found;
}
