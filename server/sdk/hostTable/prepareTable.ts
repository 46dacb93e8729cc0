import type { Db, RecordFields } from '../records.ts';
import { quote, type TableColumn, type TableDescription } from '../tableDescription.ts';
import { readHostTable } from './catalogue.ts';
import { ensureTable, isMadeHere } from './ensureTable.ts';
import { textOf } from './hostKeys.ts';
import { type HostDescription, nameOf, shapeOf } from './hostShape.ts';
import { adviceOn, LackingTable, lacksOf, OwnTable, tableLack } from './lacks.ts';
import { OWN_TABLES } from './ownTables.ts';
import { partsOf } from './tableName.ts';

/**
 * Before any import: makes the table of a description that names none which is there, or adds what one that Sluice made
 * lacks. Any other table stays as it is: where it lacks something, this rejects with one line that says what, with the
 * SQL that adds it. Gives back lines about what it could well have, such as an index.
 */
export async function prepareTable<R extends RecordFields>(
  db: Db,
  description: HostDescription<R>,
): Promise<readonly string[]> {
  const parts = partsOf(description.table);
  const table = await readHostTable(db, parts);
  if (table === null) {
    if (parts.schema !== null || !isOurs(description)) throw new LackingTable(description, [tableLack(description)]);
    await makeTable(db, description, true);
    return [];
  }
  if (table.isBesideOwn && OWN_TABLES.has(table.name)) throw new OwnTable(description, table);
  if (isOurs(description) && (await isMadeHere(db, tableDescription(description), table.columns))) {
    await makeTable(db, description, false);
    return [];
  }
  const shape = shapeOf(description, table);
  const lacks = lacksOf(description, shape);
  if (lacks.length > 0) throw new LackingTable(description, lacks);
  return adviceOn(description, shape);
}

/** Whether it could be a table that Sluice makes: with an id and a project of its own. */
function isOurs<R extends RecordFields>({ key, newId, tenant }: HostDescription<R>): boolean {
  return key === undefined && newId === undefined && tenant === undefined;
}

async function makeTable<R extends RecordFields>(
  db: Db,
  description: HostDescription<R>,
  isNew: boolean,
): Promise<void> {
  await ensureTable(db, tableDescription(description));
  const { fields, ignoreCase } = description.match;
  if (!isNew || (fields.length === 1 && !ignoreCase)) return;
  const columns = fields.map((field) => {
    const { column, type, made }: TableColumn = description.columns[field];
    return ignoreCase && type === 'text' && (made ?? type) === 'text' ? `lower(${quote(column)})` : quote(column);
  });
  await db.query(
    `CREATE UNIQUE INDEX ON ${quote(partsOf(description.table).name)} (project_id, ${columns.join(', ')})`,
  );
}

/** The description of the table that Sluice makes. */
function tableDescription<R extends RecordFields>(description: HostDescription<R>): TableDescription<R> {
  const { type, columns, match } = description;
  const [field] = match.fields;
  const isPlain = field !== undefined && match.fields.length === 1 && !match.ignoreCase;
  return {
    ...{ type, table: nameOf(description), columns },
    keys: isPlain
      ? { [field]: { column: columns[field].column, unique: true, value: (record) => textOf(record[field] ?? null) } }
      : {},
  };
}
