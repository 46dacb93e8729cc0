import type { Db, RecordScope } from '../../sdk/index.ts';

const STALE = 'project_id = $1 AND site = ANY(ARRAY(SELECT site FROM taxonomy_stale_site WHERE project_id = $1))';

/** A trail without its last segment. Not by a regular expression, which takes most of the time of all the rest. */
const ABOVE = "left(trail, -strpos(reverse(trail), '/'))";

/**
 * As buildHierarchy, over all nodes of the sites that changed. A `trail` is a URL without its query and the slash at
 * its end, so that cutting the last segment off leads to the next one above, and at last to the site itself, which is
 * the home page's trail. A node climbs only until it meets a page.
 */
const LINK = `
WITH RECURSIVE node AS MATERIALIZED (
  SELECT id, site, url, given_position, rtrim(split_part(url, '?', 1), '/') AS trail, strpos(url, '?') > 0 AS has_query
    FROM taxonomy_node WHERE ${STALE}
), page AS MATERIALIZED (
  SELECT id, trail FROM node WHERE NOT has_query
), climb AS (
  SELECT id, site, CASE WHEN has_query THEN trail ELSE ${ABOVE} END AS trail
    FROM node WHERE has_query OR trail <> site
  UNION ALL
  SELECT id, site, ${ABOVE} FROM climb
   WHERE trail <> site AND NOT EXISTS (SELECT FROM page WHERE page.trail = climb.trail)
), link AS MATERIALIZED (
  SELECT node.id, above.parent_id, row_number() OVER (
           PARTITION BY node.site, above.parent_id ORDER BY node.given_position NULLS LAST, node.url COLLATE "C"
         )::integer AS position
    FROM node LEFT JOIN (
      SELECT climb.id, page.id AS parent_id FROM climb JOIN page ON page.trail = climb.trail
    ) above ON above.id = node.id
), tree AS (
  SELECT id, 0 AS depth FROM link WHERE parent_id IS NULL
  UNION ALL
  SELECT link.id, tree.depth + 1 FROM tree JOIN link ON link.parent_id = tree.id
)
UPDATE taxonomy_node
   SET parent_id = link.parent_id, depth = tree.depth, position = link.position
  FROM link JOIN tree ON tree.id = link.id
 WHERE ${STALE} AND taxonomy_node.id = link.id
   AND (taxonomy_node.parent_id, taxonomy_node.depth, taxonomy_node.position)
       IS DISTINCT FROM (link.parent_id, tree.depth, link.position)`;

/**
 * Gives the nodes of the project's stale sites their parent, depth and position. Set-wise, and harmless when repeated:
 * only nodes whose place is another are written. Nobody else may write nodes of the project meanwhile, which the
 * engine sees to.
 */
export async function linkNodes(db: Db, { projectId }: RecordScope): Promise<void> {
  // Postgres cannot know how many rows the steps above give, and may take the worst way, which is quadratic.
  await db.query("SELECT set_config('enable_nestloop', 'off', true)");
  await db.query(LINK, [projectId]);
  await db.query("SELECT set_config('enable_nestloop', 'on', true)");
}
