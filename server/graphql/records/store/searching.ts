import { Prisma } from '../../../generated/prisma/client.ts';

/** More words than these say nothing more. */
const MAX_WORDS = 8;

/** The words of a search, each of which must be found. */
export function wordsOf(search: string | null | undefined): string[] {
  return (search ?? '').split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
}

/** The pattern of ILIKE for a text that contains this one. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Where a page begins, and the order itself. */
export interface Position {
  readonly by: Prisma.Sql;
  readonly after: Prisma.Sql;
}

interface Sorted {
  /** What records are sorted by before their key; null: by that alone. */
  readonly value: Prisma.Sql | null;
  readonly key: readonly Prisma.Sql[];
  readonly direction: 'ASC' | 'DESC';
}

/** The record that a page begins after. */
interface Last {
  /** The statement that gives its value of what records are sorted by. */
  readonly value: Prisma.Sql;
  /** The statement that gives its key. */
  readonly key: Prisma.Sql;
}

/** In the order of an index, in which records without a value are the greatest. */
export function positionIn({ value, key, direction }: Sorted, last: Last | null): Position {
  const way = direction === 'ASC' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = direction === 'ASC' ? Prisma.sql`>` : Prisma.sql`<`;
  const sorts = value === null ? key : [value, ...key];
  const by = Prisma.join(sorts.map((sort) => Prisma.sql`${sort} ${way}`));
  if (last === null) return { by, after: Prisma.sql`true` };
  const behind = Prisma.sql`(${Prisma.join(key)}) ${beyond} (${last.key})`;
  if (value === null) return { by, after: behind };
  const given = Prisma.sql`(${last.value})`;
  const same = Prisma.sql`(${value} IS NOT DISTINCT FROM ${given} AND ${behind})`;
  const without =
    direction === 'ASC'
      ? Prisma.sql`(${value} IS NULL AND ${given} IS NOT NULL)`
      : Prisma.sql`(${value} IS NOT NULL AND ${given} IS NULL)`;
  return { by, after: Prisma.sql`(${value} ${beyond} ${given} OR ${same} OR ${without})` };
}
