import type { Db } from '../../records.ts';
import { quote } from '../../tableDescription.ts';
import { equalsSql, foldSql, type TargetTable, tenantSql } from './targetTable.ts';

/** What a look-up found for a name. */
export interface FoundName {
  /** As it is compared. */
  readonly folded: string;
  /** How many records have it, by the first column in which any has. */
  readonly count: number;
  /** The key of the only one; of several, of any. */
  readonly id: string | null;
}

/** A record that this dry run would have made, or changed. */
export interface Foretold {
  readonly id: string;
  /** By the columns of `by`. */
  readonly values: readonly (string | null)[];
}

interface Lookup {
  readonly projectId: string;
  readonly caseSensitive: boolean;
  readonly foretold: readonly Foretold[];
}

/**
 * The records that names mean, in one statement: for each column in its order those that have exactly the name, else those
 * that differ by what is not compared. The second is asked only for names that the first did not find, since only the
 * first has an index for certain.
 */
export async function findNames(
  db: Db,
  target: TargetTable,
  names: readonly string[],
  { projectId, caseSensitive, foretold }: Lookup,
): Promise<readonly FoundName[]> {
  if (names.length === 0) return [];
  const key = quote(target.key.name);
  const values: unknown[] = [projectId, names];
  let unseen = 'true';
  if (foretold.length > 0) {
    values.push(foretold.map(({ id }) => id));
    unseen = `t.${key}::text <> ALL($3::text[])`;
  }
  const steps: { readonly name: string; readonly sql: string }[] = [];
  for (const [index, column] of target.by.entries()) {
    const left = () => {
      const found = steps.map(({ name }) => `AND place NOT IN (SELECT place FROM ${name})`);
      return `(SELECT * FROM asked WHERE true ${found.join(' ')}) a`;
    };
    const own = `t.${quote(column.name)}::text`;
    const match = (name: string, where: string, foretoldWhere: string): void => {
      const stored = `SELECT a.place, t.${key}::text AS id FROM ${left()} JOIN ${target.sql} t ON ${where}
                       WHERE ${tenantSql(target, '$1')} AND ${unseen}`;
      let all = stored;
      if (foretold.length > 0) {
        values.push(foretold.map((record) => record.values[index] ?? null));
        all = `${stored} UNION ALL SELECT a.place, t.id FROM ${left()}
                 JOIN unnest($3::text[], $${values.length}::text[]) AS t(id, value) ON ${foretoldWhere}`;
      }
      const sql = `SELECT place, count(*)::int AS count, min(id) AS id FROM (${all}) f GROUP BY place`;
      steps.push({ name, sql });
    };
    match(`exact${index}`, equalsSql(column, 'a.name'), 't.value = a.name');
    if (column.category === 'S') {
      const folded = foldSql(own, caseSensitive);
      match(`alike${index}`, `${folded} = a.folded`, `${foldSql('t.value', caseSensitive)} = a.folded`);
    }
  }
  const withs = steps.map(({ name, sql }) => `${name} AS MATERIALIZED (${sql})`);
  const first = (field: string) => steps.map(({ name }) => `${name}.${field}`).join(', ');
  return db.query<FoundName>(
    `WITH asked AS MATERIALIZED (
       SELECT name, place, ${foldSql('name', caseSensitive)} AS folded
         FROM unnest($2::text[]) WITH ORDINALITY AS given(name, place)),
     ${withs.join(',\n     ')}
     SELECT asked.folded, coalesce(${first('count')}, 0)::int AS count, coalesce(${first('id')}, NULL) AS id
       FROM asked ${steps.map(({ name }) => `LEFT JOIN ${name} USING (place)`).join(' ')}
      ORDER BY asked.place`,
    values,
  );
}
