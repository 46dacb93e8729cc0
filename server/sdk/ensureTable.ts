import type { Db, RecordFields } from './records.ts';
import { quote, type TableDescription } from './tableStore.ts';

interface Definition {
  readonly name: string;
  readonly type: string;
}

/**
 * Makes the table of a description, with an index for each of its keys, or adds the columns that a table made by an
 * earlier version of the description lacks. Nothing is ever removed or changed: that is for SQL of your own. Call it
 * in an importer's `prepare`.
 */
export async function ensureTable<R extends RecordFields>(db: Db, description: TableDescription<R>): Promise<void> {
  const { table } = description;
  const present = await db.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1`,
    [table],
  );
  if (present.length === 0) {
    await db.query(createSql(description));
    for (const statement of indexesSql(description)) await db.query(statement);
    return;
  }
  // Looked up first: even an ALTER TABLE that changes nothing waits for every import that is writing to the table.
  const names = new Set(present.map(({ name }) => name));
  const missing = definitions(description).filter(({ name }) => !names.has(name));
  if (missing.length === 0) return;
  const added = missing.map((column) => `ADD COLUMN ${definitionSql(column)}`);
  await db.query(`ALTER TABLE ${quote(table)} ${added.join(', ')}`);
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
    ({ column, unique }) => `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ON ${quote(table)} (project_id, ${quote(column)})`,
  );
}

function definitions<R extends RecordFields>({ columns, stamps }: TableDescription<R>): Definition[] {
  const fields = Object.values(columns).map(({ column, type }) => ({ name: column, type }));
  const { importedAt, importId, updatedAt } = stamps ?? {};
  const times = [importedAt, updatedAt].flatMap((name) => (name ? [{ name, type: 'timestamptz' }] : []));
  return [...fields, ...times, ...(importId ? [{ name: importId, type: 'uuid' }] : [])];
}

function definitionSql({ name, type }: Definition): string {
  return `${quote(name)} ${type}`;
}
