import type pg from 'pg';
import { z } from 'zod';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Index Cond'?: string | undefined;
  readonly 'Sort Key'?: readonly string[] | undefined;
  readonly 'Presorted Key'?: readonly string[] | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const PLAN_NODE: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Index Cond': z.string().optional(),
    'Sort Key': z.array(z.string()).optional(),
    'Presorted Key': z.array(z.string()).optional(),
    Plans: z.array(PLAN_NODE).optional(),
  }),
);

/** How a table is read: the plan's nodes from the top down to the one that reads it. */
export interface OrderPlan {
  /** Sorts of all that was read: none, where an index gives the order. */
  readonly sorts: readonly string[];
  /** What is still sorted among the rows that an index gives as equal. */
  readonly ties: readonly string[];
  /** How the table is read, and of which entries of the index: null: of all. */
  readonly scan: string;
  readonly condition: string | null;
}

/** How Postgres reads the table for a statement with $1, $2 ... when an index can give the order at all. */
export async function orderPlan(pool: pg.Pool, statement: string, table: string): Promise<OrderPlan> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Small tables would be read whole and sorted: what is asked is whether an index serves, as it would a large one.
    for (const setting of ['enable_seqscan', 'enable_bitmapscan', 'enable_sort'])
      await client.query(`SET LOCAL ${setting} = off`);
    const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement}`);
    const [{ Plan }] = z.tuple([z.object({ Plan: PLAN_NODE })]).parse(rows[0]['QUERY PLAN']);
    return planOf(pathTo(Plan, table), table);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function pathTo(node: PlanNode, table: string): readonly PlanNode[] {
  if (node['Relation Name'] === table) return [node];
  for (const inner of node.Plans ?? []) {
    const path = pathTo(inner, table);
    if (path.length > 0) return [node, ...path];
  }
  return [];
}

function planOf(path: readonly PlanNode[], table: string): OrderPlan {
  const read = path.at(-1);
  if (!read) throw new Error(`The statement does not read ${table}.`);
  // What is sorted above a limit is a page at most.
  const whole = path.slice(path.findLastIndex((node) => node['Node Type'] === 'Limit') + 1);
  return {
    sorts: whole.filter((node) => node['Node Type'] === 'Sort').flatMap((node) => node['Sort Key'] ?? []),
    ties: whole.flatMap((node) =>
      (node['Sort Key'] ?? []).slice(node['Presorted Key']?.length ?? Number.POSITIVE_INFINITY),
    ),
    scan: read['Node Type'],
    condition: read['Index Cond'] ?? null,
  };
}
