import type { Engine } from '../../../engine/engine.ts';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { CandidateShape, EntityMatchShape } from '../entityMatch.ts';

export interface UnresolvedFilter {
  /** As they are kept. Matches of importers that are no longer there are not shown. */
  readonly kinds: readonly string[];
  readonly search?: string | null | undefined;
  /** Only those for which rows are parked. */
  readonly parked?: boolean | null | undefined;
}

/** Open failed rows that wait for a match, of imports that could still take them. */
const WAITING = Prisma.sql`(SELECT count(*)::int FROM failed_row JOIN import ON import.id = failed_row.import_id
   WHERE import.project_id = openMatch.project_id AND import.status NOT IN ('UNDOING', 'UNDONE')
     AND failed_row.status = 'OPEN' AND failed_row.waits_for IS NOT NULL
     AND failed_row.waits_for @> ARRAY[openMatch.kind || ':' || openMatch.key])`;

type Reader = Pick<Engine, 'similarEntities' | 'reviewKinds'>;

/**
 * The project's review queue: first those for which rows wait, then those that an import made, each the oldest first. A
 * match that no row waits for any more is none.
 */
export async function readEntityMatches(
  prisma: PrismaClient,
  engine: Reader,
  projectId: string,
  filter: UnresolvedFilter,
  page: Page,
): Promise<Connection<EntityMatchShape>> {
  const after = keyAfter(page);
  const from = openMatches(projectId, filter);
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT id, kind, name, details, source, source_id AS "sourceId",
           entity_id AS "entityId", import_id AS "importId", created_at AS "createdAt", waiting AS "waitingRows"
    ${from} AND (${after.id}::uuid IS NULL OR (entity_id IS NOT NULL, id) > (${after.made}, ${after.id}::uuid))
     ORDER BY (entity_id IS NOT NULL), id OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  const candidates = await readCandidates(engine, projectId, rows);
  const labels = new Map(engine.reviewKinds().map(({ kind, label }) => [kind, label]));
  return connectionOf(
    rows.map((row) => ({ ...row, label: labels.get(row.kind) ?? row.kind, candidates: candidates.get(row.id) ?? [] })),
    page,
    ({ id, entityId }) => `${entityId === null ? WAITS : MADE}${id}`,
    async () => (await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`)[0]?.count ?? 0,
  );
}

/** How many are in the queue, by their kind as it is kept. */
export async function countEntityMatches(
  prisma: PrismaClient,
  projectId: string,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.$queryRaw<{ kind: string; count: number }[]>`
    SELECT kind, count(*)::int AS count ${openMatches(projectId, { kinds })} GROUP BY kind`;
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

function openMatches(projectId: string, { kinds, search, parked }: UnresolvedFilter): Prisma.Sql {
  const contains = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`FROM (SELECT openMatch.*, ${WAITING} AS waiting FROM entity_match openMatch
     WHERE project_id = ${projectId}) AS openMatch
     WHERE (waiting > 0 OR (entity_id IS NOT NULL AND ${parked !== true}))
       AND kind = ANY(${kinds}::text[]) AND name ILIKE ${contains}`;
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

type Row = Omit<EntityMatchShape, 'candidates' | 'label'>;

/** For each match the records whose names are most alike: one statement a kind. */
async function readCandidates(
  engine: Reader,
  projectId: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, CandidateShape[]>> {
  const found = new Map<string, CandidateShape[]>();
  for (const [kind, open] of Map.groupBy(rows, (row) => row.kind)) {
    const names = open.map(({ name, entityId }) => ({ name, except: entityId }));
    for (const { asked, ...candidate } of await engine.similarEntities(projectId, kind, names)) {
      const id = open[asked]?.id;
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), candidate]);
    }
  }
  return found;
}
