import { type JsonObject, type RecordStore, type TableColumn, tableStore } from '../../sdk/index.ts';
import { placeOf, slugOf, titleOf } from './place.ts';

/** The record of a node: what was said of it. Its place in the hierarchy follows from all of them. */
export type NodeFields = {
  /** Canonical. */
  readonly url: string;
  readonly title: string | null;
  readonly description: string | null;
  /** The place among its siblings that is asked for. */
  readonly position: number | null;
  /** What no field takes, under the column's name. */
  readonly metadata: JsonObject;
};

/** What follows from the URL alone, and so is written once, with it. */
type NodeRow = NodeFields & { readonly site: string; readonly slug: string; readonly derivedTitle: string };

const columns: { readonly [F in keyof NodeFields]: TableColumn } = {
  url: { column: 'url', type: 'text' },
  title: { column: 'title', type: 'text' },
  description: { column: 'description', type: 'text' },
  position: { column: 'given_position', type: 'integer' },
  metadata: { column: 'metadata', type: 'jsonb' },
};

const table = {
  type: 'taxonomyNode',
  table: 'taxonomy_node',
  keys: { url: { column: 'url', unique: true, value: ({ url }: NodeFields) => url } },
  stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
};

const nodes = tableStore<NodeFields>({ ...table, columns });
const rows = tableStore<NodeRow>({
  ...table,
  columns: {
    ...columns,
    site: { column: 'site', type: 'text' },
    slug: { column: 'slug', type: 'text' },
    derivedTitle: { column: 'derived_title', type: 'text' },
  },
});

export const nodeStore: RecordStore<NodeFields> = {
  ...nodes,
  insert: (db, scope, records) =>
    rows.insert(
      db,
      scope,
      records.map(({ id, fields }) => ({ id, fields: rowOf(fields) })),
    ),
};

function rowOf(fields: NodeFields): NodeRow {
  const place = placeOf(fields.url);
  return { ...fields, site: place.site, slug: slugOf(place), derivedTitle: titleOf(place) };
}
