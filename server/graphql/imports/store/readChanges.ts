import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import type { RecordOutcome } from '../../../generated/prisma/enums.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { ChangeShape, RowOutcomeName } from '../../shapes.ts';

interface ChangeRow extends ChangeShape {
  readonly seq: string;
}

/**
 * What an import did, or a dry run would do, to each record, in the order of the source: those it creates and updates,
 * or those with the outcome that is asked for. Rows that are failed or discarded change nothing.
 */
export async function readChanges(
  prisma: PrismaClient,
  { id, dryRun }: { readonly id: string; readonly dryRun: boolean },
  outcome: RowOutcomeName | null,
  page: Page,
): Promise<Connection<ChangeShape>> {
  const outcomes = outcome === null ? (['CREATED', 'UPDATED'] as const) : recordOutcomes(outcome);
  const [row, seq] = positionAfter(page);
  const rows = await prisma.$queryRaw<ChangeRow[]>`
    SELECT row_number AS "rowNumber", seq::text AS seq, outcome::text AS outcome, changes,
           CASE WHEN ${dryRun ? madeHere : Prisma.sql`false`} THEN NULL ELSE record_id END AS "recordId"
      -- The page first: so the look at each record's own history is a look-up, and not a hash of the whole table.
      FROM (SELECT * FROM provenance
             WHERE import_id = ${id}::uuid AND outcome = ANY(${outcomes}::text[]::record_outcome[])
               AND (row_number, seq) > (${row}::int, ${seq}::bigint)
             ORDER BY row_number, seq
            OFFSET ${page.skip} LIMIT ${page.take + 1}) entry
     ORDER BY entry.row_number, entry.seq`;
  return connectionOf(
    rows,
    page,
    (change) => `${change.rowNumber}:${change.seq}`,
    () => prisma.provenance.count({ where: { importId: id, outcome: { in: [...outcomes] } } }),
  );
}

/** A dry run's later rows may change a record that only an earlier one of them would create: it has no id either. */
const madeHere = Prisma.sql`EXISTS (SELECT FROM provenance made WHERE made.record_id = entry.record_id AND made.record_type = entry.record_type
                                       AND made.import_id = entry.import_id AND made.outcome = 'CREATED')`;

function recordOutcomes(outcome: RowOutcomeName): readonly RecordOutcome[] {
  return outcome === 'FAILED' || outcome === 'DISCARDED' ? [] : [outcome];
}

function positionAfter({ after }: Page): readonly [row: string, seq: string] {
  if (after === null) return ['0', '0'];
  const [, row, seq] = /^(\d{1,9}):(\d{1,18})$/.exec(after) ?? [];
  if (row === undefined || seq === undefined) throw unknownCursor();
  return [row, seq];
}
