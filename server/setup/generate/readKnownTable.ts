import { type HostTable, readHostTable } from '../../sdk/hostTable/catalogue.ts';
import { OWN_TABLES } from '../../sdk/hostTable/ownTables.ts';
import { partsOf } from '../../sdk/hostTable/tableName.ts';
import type { Db } from '../../sdk/records.ts';
import { StartError } from '../startError.ts';
import type { KnownTable } from './importerPlan.ts';
import { shown } from './names.ts';
import { readPrismaModel } from './prismaModel.ts';
import { type ListedTable, listTables, readForeignKeys } from './store/tables.ts';

export interface WantedTable {
  /** `product`, or `shop.product` with its schema. */
  readonly name: string;
  readonly tenant: string | null;
  /** The text of Prisma's schema; null where there is none. */
  readonly prismaSchema: string | null;
  /** The schema of Sluice's own tables. */
  readonly ownSchema: string;
}

/** Reads all that an importer follows from. Throws StartError, one line, for a table that cannot be imported into. */
export async function readKnownTable(db: Db, wanted: WantedTable): Promise<KnownTable> {
  const table = await findTable(db, wanted);
  requireTenant(table, wanted.tenant);
  const keys = await readForeignKeys(db, table.oid);
  const targets = keys.map(({ target }) => readHostTable(db, target));
  const found = await Promise.all(targets);
  return {
    ...{ table, tenant: wanted.tenant },
    foreignKeys: keys.map((key, index) => ({ ...key, table: found[index] ?? null })),
    model: wanted.prismaSchema === null ? null : readPrismaModel(wanted.prismaSchema, table),
  };
}

async function findTable(db: Db, { name, ownSchema }: WantedTable): Promise<HostTable> {
  const isOwn = (other: ListedTable) =>
    other.schema === ownSchema && (other.schema !== 'public' || OWN_TABLES.has(other.name));
  const parts = partsOf(name);
  const found = await readHostTable(db, parts);
  if (found !== null && !isOwn(found)) return found;
  const there = (await listTables(db)).filter((other) => !isOwn(other));
  // Of a schema that the session does not look into.
  const [only, ...others] = parts.schema === null ? there.filter((other) => other.name === parts.name) : [];
  const elsewhere = only === undefined || others.length > 0 ? null : await readHostTable(db, only);
  if (elsewhere !== null) return elsewhere;
  throw new StartError(`${absence(name, found)} ${listed(there, name)}`);
}

function absence(name: string, own: HostTable | null): string {
  if (own === null) return `there is no table or view ${shown(name)}.`;
  return `${shown(name)} is ${own.schema}.${own.name}, one of Sluice's own tables.`;
}

/** More are no help. */
const MOST_LISTED = 20;

/** What is there, the most similar first. */
function listed(tables: readonly ListedTable[], wanted: string): string {
  if (tables.length === 0) return 'The database has no other tables, or the role has no right to their schemas.';
  const { name } = partsOf(wanted);
  const differs = (table: ListedTable) => (table.name.toLowerCase() === name.toLowerCase() ? 0 : 1);
  const sorted = tables.toSorted((one, other) => differs(one) - differs(other));
  const names = sorted.slice(0, MOST_LISTED).map((table) => `${shown(table.schema)}.${shown(table.name)}`);
  const rest = sorted.length - names.length;
  return `There are: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

function requireTenant({ columns, schema, name }: HostTable, tenant: string | null): void {
  if (tenant === null || columns.has(tenant)) return;
  const there = [...columns.keys()].map(shown).join(', ');
  throw new StartError(`--tenant: ${shown(schema)}.${shown(name)} has no column ${shown(tenant)}. It has: ${there}.`);
}
