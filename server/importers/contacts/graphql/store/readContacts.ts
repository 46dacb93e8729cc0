import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import type { SortDirection } from '../../../../graphql/inputShapes.ts';
import { type Connection, connectionOf, type Page, requireCursor } from '../../../../graphql/paging.ts';
import { containing, type Position, positionIn, wordsOf } from '../../../../graphql/records/store/searching.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';

type Maybe<T> = T | null | undefined;

export interface ContactFilterShape {
  readonly search?: Maybe<string>;
  readonly listId?: Maybe<string>;
  readonly importId?: Maybe<string>;
}

export interface ContactOrderShape {
  readonly field: 'CREATED_AT' | 'EMAIL' | 'PHONE';
  readonly direction: keyof typeof SortDirection;
}

export interface ContactShape {
  readonly id: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly addresses: unknown;
  readonly metadata: unknown;
  readonly importId: string | null;
  readonly importedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * A project's contacts, newest first by default. A search is a full scan of the project's contacts (1.6 s per million):
 * a trigram index would avoid that, but it slowed imports down to a third of their speed when measured.
 */
export async function readContacts(
  prisma: PrismaClient,
  projectId: string,
  filter: ContactFilterShape,
  order: ContactOrderShape | null,
  page: Page,
): Promise<Connection<ContactShape>> {
  const cursor = await requireCursor(page, projectId, (args) => prisma.contact.findFirst(args));
  const where = Prisma.sql`contact.project_id = ${projectId} AND ${matching(filter)}`;
  const { after, by } = positionOf(order ?? { field: 'CREATED_AT', direction: 'DESC' }, cursor);
  const rows = await prisma.$queryRaw<ContactShape[]>`
    SELECT id, first_name AS "firstName", last_name AS "lastName", phone, email, company, title, addresses, metadata,
           import_id AS "importId", imported_at AS "importedAt", created_at AS "createdAt", updated_at AS "updatedAt"
      FROM contact
     WHERE ${where} AND ${after}
     ORDER BY ${by}
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    async () => {
      const [row] = await prisma.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM contact WHERE ${where}`;
      return row?.count ?? 0;
    },
  );
}

function matching({ search, listId, importId }: ContactFilterShape): Prisma.Sql {
  return Prisma.join(
    [
      ...wordsOf(search).map(anywhere),
      ...(listId ? [listed(listId)] : []),
      ...(importId ? [touched(importId)] : []),
      Prisma.sql`true`,
    ],
    ' AND ',
  );
}

/** A word of a search. Of a phone number as people write it, the digits are looked for. */
function anywhere(word: string): Prisma.Sql {
  const pattern = containing(word);
  const digits = /^[+()\d./-]+$/.test(word) ? word.replace(/\D/g, '') : '';
  const phone = digits.length > 0 ? containing(digits) : pattern;
  return Prisma.sql`(first_name ILIKE ${pattern} OR last_name ILIKE ${pattern} OR email ILIKE ${pattern}
                     OR company ILIKE ${pattern} OR phone ILIKE ${phone})`;
}

/** An id that is none is the id of nothing. */
function listed(listId: string): Prisma.Sql {
  return isUuid(listId)
    ? Prisma.sql`id IN (SELECT contact_id FROM contact_list_member WHERE list_id = ${listId}::uuid)`
    : Prisma.sql`false`;
}

function touched(importId: string): Prisma.Sql {
  return isUuid(importId)
    ? Prisma.sql`id IN (SELECT CASE record_type WHEN 'contact' THEN record_id::uuid END FROM provenance
                         WHERE import_id = ${importId}::uuid)`
    : Prisma.sql`false`;
}

/** Ids are made in the order of time. */
function positionOf({ field, direction }: ContactOrderShape, cursor: string | null): Position {
  const column = field === 'EMAIL' ? Prisma.sql`email` : Prisma.sql`phone`;
  const value = field === 'CREATED_AT' ? null : column;
  const from = Prisma.sql`FROM contact WHERE id = ${cursor}::uuid`;
  const last = { value: Prisma.sql`SELECT ${column} ${from}`, key: Prisma.sql`SELECT id ${from}` };
  return positionIn({ value, key: [Prisma.sql`id`], direction }, cursor === null ? null : last);
}
