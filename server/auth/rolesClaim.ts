import { z } from 'zod';
import { Role } from '../generated/prisma/enums.ts';
import { includesRole } from './requireRole.ts';

const role = z.enum(Role);
const entries = z.union([
  z.record(z.string(), z.unknown()).transform((claim) => Object.entries(claim)),
  z.array(z.unknown()).transform((claim) => claim.filter((item) => typeof item === 'string').map(split)),
]);

/**
 * Roles by project id from a token's claim: `{"demo": "EDITOR"}`, or a list such as `["demo:EDITOR"]`. A list can
 * contain entries for other programs: entries that are not roles of Sluice are ignored. Of two roles for one project,
 * the higher counts.
 */
export function rolesOfClaim(claim: unknown): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const [projectId, word] of entries.safeParse(claim).data ?? []) {
    const read = role.safeParse(word);
    const known = roles.get(projectId);
    if (read.success && (known === undefined || includesRole(read.data, known))) roles.set(projectId, read.data);
  }
  return roles;
}

/** At the last colon: a project's id may have some. */
function split(item: string): [string, string] {
  const colon = item.lastIndexOf(':');
  return [item.slice(0, Math.max(colon, 0)), item.slice(colon + 1)];
}
