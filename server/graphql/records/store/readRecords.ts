import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import type { Json } from '../../../sdk/json.ts';
import type { ListedTable } from '../../../sdk/listing/recordList.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { RecordRequest } from '../recordRequest.ts';
import { idText, withId } from './recordIds.ts';
import { ofProject, type RecordScope, recordsWhere } from './recordsWhere.ts';
import { positionIn } from './searching.ts';

const { sql, raw, join } = Prisma;

export interface ReadRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
}

type RecordRow = { readonly recordId: string } & Readonly<Record<string, Json>>;

/**
 * The project's records in the table of a store. A search, and a filter of a field without an index, look at all of them:
 * see docs/decisions/api/one-record-type.md.
 */
export async function readRecords(
  prisma: PrismaClient,
  scope: RecordScope,
  request: RecordRequest,
  page: Page,
): Promise<Connection<ReadRecord>> {
  const { table } = scope;
  const cursor = await findCursor(prisma, scope, page);
  const where = recordsWhere(scope, request);
  const { by, after } = positionOf(scope, request, cursor);
  const rows = await prisma.$queryRaw<RecordRow[]>`
    ${selected(table)} WHERE ${where} AND ${after}
     ORDER BY ${by}
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows.map((row) => recordOf(table, row)),
    page,
    ({ id }) => id,
    async () => {
      const [row] = await prisma.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM ${raw(table.from)} WHERE ${where}`;
      return row?.count ?? 0;
    },
  );
}

/** One record of the project; null where there is none with this id. */
export async function readRecord(prisma: PrismaClient, scope: RecordScope, id: string): Promise<ReadRecord | null> {
  const found = oneOf(scope, id);
  if (found === null) return null;
  const rows = await prisma.$queryRaw<RecordRow[]>`${selected(scope.table)} WHERE ${found}`;
  return rows[0] ? recordOf(scope.table, rows[0]) : null;
}

/**
 * The fields are f0, f1 ..., so that a field may have any name. Not `AS id`: ORDER BY would take the text for the column,
 * which has an index.
 */
function selected(table: ListedTable): Prisma.Sql {
  const columns = table.fields.map(({ value }, index) => `, ${value} AS f${index}`);
  return sql`SELECT ${idText(table)} AS "recordId"${raw(columns.join(''))} FROM ${raw(table.from)}`;
}

function recordOf({ fields }: ListedTable, row: RecordRow): ReadRecord {
  const entries = fields.map(({ name }, index) => [name, row[`f${index}`] ?? null]);
  return { id: row.recordId, fields: Object.fromEntries(entries) };
}

/** The project's record with this id; null where there can be none. */
function oneOf(scope: RecordScope, id: string): Prisma.Sql | null {
  const found = withId(scope.table, id);
  return found && sql`${found} AND ${ofProject(scope)}`;
}

/** A cursor is the id of a record of the list: that of another project or table is as unknown as one of nothing. */
async function findCursor(prisma: PrismaClient, scope: RecordScope, { after }: Page): Promise<Prisma.Sql | null> {
  if (after === null) return null;
  const found = oneOf(scope, after);
  const from = found && sql`FROM ${raw(scope.table.from)} WHERE ${found}`;
  const rows = from ? await prisma.$queryRaw<unknown[]>`SELECT 1 ${from}` : [];
  if (rows.length === 0) throw unknownCursor();
  return from;
}

function positionOf({ table }: RecordScope, { orderBy }: RecordRequest, cursor: Prisma.Sql | null) {
  const { field, direction } = orderBy;
  const value = field === null ? null : raw(field.compared);
  const key = table.key.map(({ column }) => raw(column));
  const last = cursor && { value: sql`SELECT ${value ?? sql`1`} ${cursor}`, key: sql`SELECT ${join(key)} ${cursor}` };
  return positionIn({ value, key, direction }, last);
}
