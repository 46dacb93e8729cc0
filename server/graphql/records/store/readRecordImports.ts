import { type Import, Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { readImports } from '../../imports/store/readImports.ts';
import type { HistoryOwner } from './rowHistory.ts';

type FoundImport = Pick<Import, 'id'>;

/** The project's imports that created a record, and that touched it last; null where none did. */
export interface RecordImports {
  readonly createdBy: FoundImport | null;
  readonly lastImport: FoundImport | null;
}

export async function readRecordImports(
  prisma: PrismaClient,
  { projectId, recordType }: HistoryOwner,
  recordIds: readonly string[],
  select: Prisma.ImportSelect,
): Promise<ReadonlyMap<string, RecordImports>> {
  const newest = (outcome: Prisma.Sql) => Prisma.sql`
    SELECT import_id FROM provenance JOIN import ON import.id = provenance.import_id
     WHERE record_id = wanted.id AND record_type = ${recordType} AND project_id = ${projectId} AND NOT dry_run AND ${outcome}
     ORDER BY seq DESC LIMIT 1`;
  const rows = await prisma.$queryRaw<{ id: string; createdBy: string | null; lastImport: string | null }[]>`
    SELECT wanted.id, (${newest(Prisma.sql`outcome = 'CREATED'`)}) AS "createdBy",
           (${newest(Prisma.sql`true`)}) AS "lastImport"
      FROM unnest(${recordIds}::text[]) AS wanted(id)`;
  const ids = rows.flatMap(({ createdBy, lastImport }) => [createdBy ?? [], lastImport ?? []].flat());
  const importOf = await readImports(prisma, select, ids);
  const found = (id: string | null) => (id === null ? null : (importOf.get(id) ?? null));
  return new Map(
    rows.map(({ id, createdBy, lastImport }) => [id, { createdBy: found(createdBy), lastImport: found(lastImport) }]),
  );
}
