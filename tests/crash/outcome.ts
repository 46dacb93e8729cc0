import type { Project, Stand } from './stand.ts';

/** All that an import has left in the tables, without ids and times, which no two runs share. */
export interface Outcome {
  /** What each row did: its records with their changes, or the failed row, in order of application. */
  readonly rows: ReadonlyMap<number, readonly string[]>;
  /** Each record by its fields, with the rows that touched it. */
  readonly records: readonly string[];
  /** Counts, groups of errors, warnings, lists, audit trail. */
  readonly facts: readonly string[];
}

interface Entry {
  readonly row: number;
  readonly entry: string;
}

const RECORD = `jsonb_build_array(c.first_name, c.last_name, c.phone, c.email, c.company, c.title, c.addresses, c.metadata)`;

const TOUCHES = `
  SELECT p.row_number AS row, jsonb_build_array(p.outcome, ${RECORD}, p.changes)::text AS entry
    FROM provenance p JOIN import i ON i.id = p.import_id LEFT JOIN contact c ON c.id::text = p.record_id
   WHERE i.project_id = $1 ORDER BY p.seq`;

const FAILED = `
  SELECT f.row_number AS row,
         jsonb_build_array(f.status, f.line, f."values"::text, f.corrected, f.errors, f.tags, f.attempts)::text AS entry
    FROM failed_row f JOIN import i ON i.id = f.import_id WHERE i.project_id = $1`;

const RECORDS = `
  SELECT jsonb_build_array(${RECORD},
           (SELECT jsonb_agg(jsonb_build_array(p.row_number, p.outcome) ORDER BY p.seq)
              FROM provenance p WHERE p.record_id = c.id::text))::text AS entry
    FROM contact c WHERE c.project_id = $1 ORDER BY entry`;

const FACTS = `
  WITH i AS (SELECT * FROM import WHERE project_id = $1)
  SELECT 'counts ' || jsonb_build_array(count(*), min(status::text), min(status_reason::text), sum(rows_read), sum(created),
           sum(updated), sum(unchanged), sum(skipped), sum(failed), sum(discarded), sum(last_row), min(percent))::text AS entry
    FROM i
  UNION ALL
  SELECT 'identity ' || bool_and(rows_read = created + updated + unchanged + skipped + failed + discarded)::text FROM i
  UNION ALL
  SELECT 'chunks ' || jsonb_build_array(count(*) FILTER (WHERE c.status <> 'DONE'), sum(c.row_count), count(*),
           max(c.index) + 1, min(i.chunks_total), min(i.chunks_done), min(i.next_chunk))::text
    FROM import_chunk c JOIN i ON i.id = c.import_id
  UNION ALL
  SELECT 'errors ' || jsonb_build_array(code, field, count)::text
    FROM import_error_group e JOIN i ON i.id = e.import_id WHERE count <> 0
  UNION ALL
  SELECT 'warnings ' || jsonb_build_array(code, "column", count)::text FROM import_warning w JOIN i ON i.id = w.import_id
  UNION ALL
  SELECT 'lists ' || jsonb_build_array(l.name, count(m.contact_id))::text
    FROM contact_list l LEFT JOIN contact_list_member m ON m.list_id = l.id WHERE l.project_id = $1 GROUP BY l.id
  UNION ALL
  SELECT 'audit ' || jsonb_build_array(action, count(*))::text FROM audit_entry WHERE project_id = $1 GROUP BY action
  UNION ALL
  SELECT 'undo ' || jsonb_build_array(u.result, u.reason, count(*))::text
    FROM undo_entry u JOIN i ON i.id = u.import_id GROUP BY u.result, u.reason
  UNION ALL
  SELECT 'files ' || count(*)::text FROM stored_file WHERE project_id = $1
  ORDER BY entry`;

export async function readOutcome(stand: Stand, project: Project): Promise<Outcome> {
  const rows = new Map<number, string[]>();
  for (const sql of [TOUCHES, FAILED]) {
    for (const { row, entry } of await stand.ask<Entry>(sql, [project.id])) {
      rows.set(row, [...(rows.get(row) ?? []), entry]);
    }
  }
  const entries = async (sql: string): Promise<string[]> =>
    (await stand.ask<{ entry: string }>(sql, [project.id])).map(({ entry }) => entry);
  return { rows, records: await entries(RECORDS), facts: await entries(FACTS) };
}

/** How a struck run differs from one that was left in peace. */
export interface Difference {
  /** Rows or records that are missing, or did less than they should. */
  readonly lost: number;
  /** Rows or records that are there, or were applied, more often than they should. */
  readonly twice: number;
  /** Whatever else is not the same, and examples of the above. */
  readonly examples: readonly string[];
}

const EXAMPLES = 6;

export function compare(expected: Outcome, found: Outcome): Difference {
  const examples: string[] = [];
  let [lost, twice] = [0, 0];
  const weigh = (about: string, wanted: readonly string[], there: readonly string[]): void => {
    if (wanted.length === there.length && wanted.every((entry, index) => entry === there[index])) return;
    lost += Math.max(0, wanted.length - there.length);
    twice += Math.max(0, there.length - wanted.length);
    examples.push(`${about}: expected ${wanted.join(' | ')}, found ${there.join(' | ')}`);
  };
  for (const row of new Set([...expected.rows.keys(), ...found.rows.keys()])) {
    weigh(`row ${row}`, expected.rows.get(row) ?? [], found.rows.get(row) ?? []);
  }
  const [wanted, there] = [tally(expected.records), tally(found.records)];
  for (const record of new Set([...wanted.keys(), ...there.keys()])) {
    const difference = (there.get(record) ?? 0) - (wanted.get(record) ?? 0);
    if (difference < 0) lost += 1;
    if (difference > 0) twice += 1;
    if (difference !== 0) examples.push(`record ${difference > 0 ? 'too many' : 'missing'}: ${record}`);
  }
  const facts = (some: Outcome, other: Outcome): string[] => some.facts.filter((fact) => !other.facts.includes(fact));
  examples.unshift(...facts(expected, found).map((fact) => `expected ${fact}`));
  examples.unshift(...facts(found, expected).map((fact) => `found ${fact}`));
  return { lost, twice, examples: examples.slice(0, EXAMPLES) };
}

function tally(entries: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}
