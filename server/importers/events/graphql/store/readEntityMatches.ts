import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../../../graphql/paging.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';
import type { EntityKind } from '../../entityReference.ts';
import { TABLES } from '../../store/findEntities.ts';
import type { CandidateShape, EntityMatchShape } from '../entityMatch.ts';

export interface UnresolvedFilter {
  readonly kind?: EntityKind | null | undefined;
  readonly search?: string | null | undefined;
  /** Only those for which rows are parked. */
  readonly parked?: boolean | null | undefined;
}

const CANDIDATES = 5;
/** Below this two names have little in common. */
const LEAST_SCORE = 0.2;

/** Open failed rows that wait for a openMatch, of imports that could still take them. */
const WAITING = Prisma.sql`(SELECT count(*)::int FROM failed_row JOIN import ON import.id = failed_row.import_id
   WHERE import.project_id = openMatch.project_id AND import.status NOT IN ('UNDOING', 'UNDONE')
     AND failed_row.status = 'OPEN' AND failed_row.waits_for IS NOT NULL
     AND failed_row.waits_for @> ARRAY[openMatch.kind || ':' || openMatch.key])`;

/**
 * The project's review queue: first those for which rows wait, then those that an import made, each the oldest first. A
 * openMatch that no row waits for any more is none.
 */
export async function readEntityMatches(
  prisma: PrismaClient,
  projectId: string,
  { kind, search, parked }: UnresolvedFilter,
  page: Page,
): Promise<Connection<EntityMatchShape>> {
  const after = keyAfter(page);
  const contains = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const from = Prisma.sql`FROM (SELECT openMatch.*, ${WAITING} AS waiting FROM entity_match openMatch
     WHERE project_id = ${projectId}) AS openMatch
     WHERE (waiting > 0 OR (entity_id IS NOT NULL AND ${parked !== true}))
       AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null}) AND name ILIKE ${contains}`;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT id, kind, name, details, match_name AS "matchName", source, source_id AS "sourceId",
           entity_id AS "entityId", import_id AS "importId", created_at AS "createdAt", waiting AS "waitingRows"
    ${from} AND (${after.id}::uuid IS NULL OR (entity_id IS NOT NULL, id) > (${after.made}, ${after.id}::uuid))
     ORDER BY (entity_id IS NOT NULL), id OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  const candidates = await readCandidates(prisma, projectId, rows);
  return connectionOf(
    rows.map((row) => ({ ...row, candidates: candidates.get(row.id) ?? [] })),
    page,
    ({ id, entityId }) => `${entityId === null ? WAITS : MADE}${id}`,
    async () => (await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`)[0]?.count ?? 0,
  );
}

/** What a cursor begins with: the half of the queue that it stands in. */
const WAITS = '0 ';
const MADE = '1 ';

function keyAfter({ after }: Page): { readonly made: boolean; readonly id: string | null } {
  if (after === null) return { made: false, id: null };
  const half = after.slice(0, WAITS.length);
  const id = after.slice(WAITS.length);
  if ((half !== WAITS && half !== MADE) || !isUuid(id)) throw unknownCursor();
  return { made: half === MADE, id };
}

interface Row extends Omit<EntityMatchShape, 'candidates'> {
  readonly matchName: string;
}

/** For each openMatch the entities whose names are most alike: one statement a kind. */
async function readCandidates(
  prisma: PrismaClient,
  projectId: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, CandidateShape[]>> {
  const found = new Map<string, CandidateShape[]>();
  for (const [kind, asked] of Map.groupBy(rows, (row) => row.kind)) {
    const table = Prisma.raw(TABLES[kind]);
    const candidates = await prisma.$queryRaw<(CandidateShape & { readonly id: string })[]>`
      SELECT asked.id, entity.id AS "entityId", entity.name, coalesce(entity.details->>'city', '') AS place, entity.score
        FROM unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ matchName }) => matchName)}::text[],
                    ${asked.map(({ entityId }) => entityId)}::uuid[]) AS asked(id, name, made)
       CROSS JOIN LATERAL (
         SELECT id, name, details, similarity(match_name, asked.name)::float8 AS score FROM ${table}
          WHERE project_id = ${projectId} AND id IS DISTINCT FROM asked.made
            AND similarity(match_name, asked.name) >= ${LEAST_SCORE}
          ORDER BY score DESC, id LIMIT ${CANDIDATES}) AS entity`;
    for (const { id, ...candidate } of candidates) found.set(id, [...(found.get(id) ?? []), candidate]);
  }
  return found;
}
