import type { Db, RecordFields } from '../records.ts';
import { quote, type TableColumn, type TableDescription } from '../tableDescription.ts';
import { searchedSql } from '../tableStore.ts';
import { type CatalogueColumn, readCatalogue } from './tableColumns.ts';

interface Definition {
  readonly name: string;
  readonly type: string;
}

/** What the comment of a table that was made here begins with. */
const MADE_HERE = 'Made by Sluice';

/**
 * Makes the table of a description, with an index for each of its keys, or adds the columns that a table made by an
 * earlier version of the description lacks. A table that others made is never changed: where it lacks something, this
 * rejects with a line that says what. Nothing is ever removed. Call it in an importer's `prepare`.
 */
export async function ensureTable<R extends RecordFields>(db: Db, description: TableDescription<R>): Promise<void> {
  const { table } = description;
  const existingColumns = await readCatalogue(db, table);
  if (existingColumns.size === 0) {
    await db.query(createSql(description));
    for (const statement of indexesSql(description)) await db.query(statement);
    await markAsMadeHere(db, table);
    return;
  }
  // Looked up first: even an ALTER TABLE that changes nothing waits for every import that is writing to the table.
  const lacking = definitions(description).filter(({ name }) => !existingColumns.has(name));
  const errors = [
    ...lackingColumns(existingColumns),
    ...lacking.map(({ name, type }) => `a column ${name} of type ${type}`),
  ];
  if (errors.length === 0) return refuseUnfilled(db, description, existingColumns);
  if (!(await isMadeHere(db, description, existingColumns))) throw new ForeignTable(table, errors);
  const added = lacking.map((column) => `ADD COLUMN ${definitionSql(column)}`);
  await db.query(`ALTER TABLE ${quote(table)} ${added.join(', ')}`);
  await markAsMadeHere(db, table);
}

/** A table that others made cannot hold the records, and is not ours to change. */
class ForeignTable extends Error {
  constructor(table: string, errors: readonly string[]) {
    super(
      `the table "${table}" was not made by Sluice, which does not change it, and it lacks ${errors.join(', ')}. Add what is missing, or give the importer a table of its own.`,
    );
    this.name = 'ForeignTable';
  }
}

/** What is wrong with the columns that every table of records has. */
function lackingColumns(existingColumns: ReadonlyMap<string, CatalogueColumn>): string[] {
  const id = existingColumns.get('id');
  const project = existingColumns.get('project_id');
  return [
    ...(id?.bare === 'pg_catalog.uuid' ? [] : [`a column id of type uuid${insteadOf(id)}`]),
    ...(project?.category === 'S' ? [] : [`a column project_id of type text${insteadOf(project)}`]),
  ];
}

function insteadOf(column: CatalogueColumn | undefined): string {
  return column === undefined ? '' : ` (it is ${column.type})`;
}

/** A column that must be filled, and that neither a record nor a trigger before the insert fills, would fail every row. */
async function refuseUnfilled<R extends RecordFields>(
  db: Db,
  description: TableDescription<R>,
  existingColumns: ReadonlyMap<string, CatalogueColumn>,
): Promise<void> {
  const filled = new Set(['id', 'project_id', ...definitions(description).map(({ name }) => name)]);
  const unfilled = [...existingColumns.values()].filter(
    ({ name, isNullable, hasDefault }) => !filled.has(name) && !isNullable && !hasDefault,
  );
  if (unfilled.length === 0) return;
  const triggers = await db.query(
    'SELECT FROM pg_trigger WHERE tgrelid = to_regclass($1) AND NOT tgisinternal AND tgtype & 7 = 7',
    [quote(description.table)],
  );
  if (triggers.length > 0) return;
  throw new ForeignTable(
    description.table,
    unfilled.map(({ name }) => `a default for its column ${name}, which no field fills`),
  );
}

/** The types that a description's columns can have. */
const DESCRIBED = new Set([
  ...['text', 'uuid', 'integer', 'double precision', 'boolean', 'jsonb', 'timestamp with time zone', 'date'],
]);

/**
 * By its comment, or, as one that was made before there were comments, by its exact shape: nothing but `id` and
 * `project_id` must be filled, nothing has a default, all types are those of descriptions, and references and indexes
 * are as `createSql` and `indexesSql` make them: people write UNIQUE into their tables, which is a constraint.
 */
export async function isMadeHere<R extends RecordFields>(
  db: Db,
  { table, keys }: TableDescription<R>,
  existingColumns: ReadonlyMap<string, CatalogueColumn>,
): Promise<boolean> {
  if (lackingColumns(existingColumns).length > 0) return false;
  const [found] = await db.query<{ comment: string | null; cascades: boolean; keyed: boolean; indexes: string[] }>(
    `SELECT obj_description(c.oid, 'pg_class') AS comment,
            EXISTS (SELECT FROM pg_constraint f
                     WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confdeltype = 'c'
                       AND f.confrelid = to_regclass('project')) AS cascades,
            EXISTS (SELECT FROM pg_constraint p JOIN pg_attribute a ON a.attrelid = c.oid AND p.conkey = ARRAY[a.attnum]
                     WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attname = 'id') AS keyed,
            ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i
                   WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
                 ) AS indexes
       FROM pg_class c WHERE c.oid = to_regclass($1)`,
    [quote(table)],
  );
  if (!found) return false;
  if (found.comment?.startsWith(MADE_HERE)) return true;
  const plain = [...existingColumns.values()].every(({ name, type, isNullable, hasDefault }) => {
    const isOwn = name === 'id' || name === 'project_id';
    return DESCRIBED.has(type) && !hasDefault && isNullable !== isOwn;
  });
  // No description that makes its own table has a key by an expression.
  const known = Object.values(keys).flatMap((key) =>
    'column' in key && existingColumns.has(key.column) ? [{ column: key.column, unique: key.unique === true }] : [],
  );
  return plain && found.keyed && found.cascades && known.every((key) => found.indexes.some(isIndexOf(key)));
}

/** Whether an index, as Postgres writes it, is the one of this key. */
function isIndexOf({ column, unique }: { readonly column: string; readonly unique: boolean }) {
  const ends = [column, quote(column)].map((name) => ` USING btree (project_id, ${name})`);
  return (index: string): boolean =>
    index.startsWith('CREATE UNIQUE') === unique && ends.some((end) => index.endsWith(end));
}

async function markAsMadeHere(db: Db, table: string): Promise<void> {
  await db.query(`COMMENT ON TABLE ${quote(table)} IS '${MADE_HERE}'`);
}

function createSql<R extends RecordFields>(description: TableDescription<R>): string {
  const columns = definitions(description).map(definitionSql);
  return `CREATE TABLE ${quote(description.table)} (
    id uuid PRIMARY KEY,
    project_id text NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    ${columns.join(',\n    ')}
  )`;
}

function indexesSql<R extends RecordFields>({ table, keys }: TableDescription<R>): string[] {
  return Object.values(keys).map(
    (key) => `CREATE ${key.unique ? 'UNIQUE ' : ''}INDEX ON ${quote(table)} (project_id, ${searchedSql(key)})`,
  );
}

function definitions<R extends RecordFields>({ columns, stamps }: TableDescription<R>): Definition[] {
  const fields = Object.values<TableColumn>(columns).map(({ column, type, made }) => ({
    name: column,
    type: made ?? type,
  }));
  const { importedAt, importId, updatedAt } = stamps ?? {};
  const times = [importedAt, updatedAt].flatMap((name) => (name ? [{ name, type: 'timestamptz' }] : []));
  return [...fields, ...times, ...(importId ? [{ name: importId, type: 'uuid' }] : [])];
}

function definitionSql({ name, type }: Definition): string {
  return `${quote(name)} ${type}`;
}
