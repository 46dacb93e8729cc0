import type { TestEngine } from '../../helpers/engine.ts';

/** A node of the project `demo` as it stands in the database. */
export interface StoredNode {
  readonly url: string;
  readonly title: string | null;
  readonly derivedTitle: string;
  readonly slug: string;
  readonly description: string | null;
  readonly metadata: unknown;
  readonly parent: string | null;
  readonly depth: number;
  readonly position: number;
}

/** All nodes of the project `demo`, by URL in code unit order. */
export async function storedNodes({ pool }: TestEngine): Promise<StoredNode[]> {
  const { rows } = await pool.query<StoredNode>(
    `SELECT node.url, node.title, node.derived_title AS "derivedTitle", node.slug, node.description, node.metadata,
            above.url AS parent, node.depth, node.position
       FROM taxonomy_node node LEFT JOIN taxonomy_node above ON above.id = node.parent_id
      WHERE node.project_id = 'demo' ORDER BY node.url COLLATE "C"`,
  );
  return rows;
}

/** Each node's place, as `url < parent depth.position`. */
export async function places(engine: TestEngine): Promise<string[]> {
  const nodes = await storedNodes(engine);
  return nodes.map(({ url, parent, depth, position }) => `${short(url)} < ${short(parent)} ${depth}.${position}`);
}

function short(url: string | null): string {
  return url === null ? '-' : url.replace('https://a.org', '');
}

/** A source of pages of a.org, given by their paths. */
export function pages(...paths: readonly string[]) {
  return rowsOf(paths.map((path) => `https://a.org${path}`));
}

export function rowsOf(urls: readonly string[]) {
  return { kind: 'rows' as const, rows: urls.map((url) => ({ url })) };
}
