import type { HostColumn, HostTable } from '../../sdk/hostTable/catalogue.ts';
import { type Builder, builderOf, builtInName, referenceBuilder } from './builders.ts';
import { chooseMatch, type TableMatch } from './matches.ts';
import { freeName, identifierOf, labelOf, shown, wordsOf } from './names.ts';
import type { PrismaField, PrismaModel } from './prismaModel.ts';
import type { ForeignKey } from './store/tables.ts';

/** A table with all that is known of it. */
export interface KnownTable {
  readonly table: HostTable;
  readonly foreignKeys: readonly (ForeignKey & { readonly table: HostTable | null })[];
  readonly model: PrismaModel | null;
  /** Says whose a record is; null where all projects share the table. */
  readonly tenant: string | null;
}

export interface PlannedField {
  readonly name: string;
  readonly label: string;
  readonly column: string;
  readonly isReference: boolean;
  readonly isRequired: boolean;
  readonly builder: Builder;
  readonly notes: readonly string[];
}

export interface ImporterPlan {
  readonly table: HostTable;
  readonly fields: readonly PlannedField[];
  readonly match: TableMatch & { readonly fields: readonly PlannedField[] };
  /** Columns; null where it is the primary key. */
  readonly key: readonly string[] | null;
  readonly tenant: HostColumn | null;
  readonly stamps: { readonly created: string | null; readonly changed: string | null };
  /** Why new records get a text as their id from the importer; null where they do not. */
  readonly newId: string | null;
  /** About columns that are no fields. */
  readonly notes: readonly string[];
}

const CREATED = new Set(['created at', 'created', 'created on', 'inserted at', 'date created']);
const CHANGED = new Set([
  'updated at',
  'updated',
  'updated on',
  'changed at',
  'modified at',
  'modified',
  'date updated',
]);
const TIMES = new Set(['timestamp', 'timestamptz']);
/** What Prisma's client makes ids with. */
const CLIENT_IDS = new Set(['cuid', 'uuid', 'nanoid', 'ulid']);

/** What becomes of each column; null for a table whose records nothing tells apart. */
export function planImporter(known: KnownTable): ImporterPlan | null {
  const { table, tenant, model } = known;
  const match = chooseMatch(known, (column) => fillOf(known, column) !== null);
  if (match === null) return null;
  const stamps = stampsOf(known, match);
  const made = match.key.filter((name) => name !== tenant && !match.columns.includes(name) && fillOf(known, name));
  const [id] = made.filter((name) => fillOf(known, name) === 'importer');
  const out = new Set([...made, tenant, stamps.created, stamps.changed]);
  const columns = [...table.columns.values()].filter((column) => !out.has(column.name));
  const written = columns.filter((column) => match.columns.includes(column.name) || isWritten(column));
  const fields = planFields(known, match, written);
  return {
    ...{ table, fields, stamps, key: match.isPrimary ? null : match.key },
    match: { ...match, fields: fields.filter(({ column }) => match.columns.includes(column)) },
    tenant: tenant === null ? null : (table.columns.get(tenant) ?? null),
    newId: id === undefined ? null : idNote(id, model?.fields.get(id)),
    notes: columns.filter((column) => !written.includes(column)).map(leftOutNote),
  };
}

function isWritten({ isGenerated, sequence }: HostColumn): boolean {
  return !isGenerated && sequence === null;
}

function leftOutNote({ name, isGenerated }: HostColumn): string {
  return `${shown(name)} is left to the database: ${isGenerated ? 'it is generated' : 'its sequence fills it'}.`;
}

/** Who gives a new record the value of a column of the key; null for a row of the file. */
function fillOf({ table, model, foreignKeys }: KnownTable, name: string): 'database' | 'importer' | null {
  const column = table.columns.get(name);
  if (column === undefined || foreignKeys.some((key) => key.column === name)) return null;
  if (column.default !== null) return 'database';
  if (builtInName(column.bare) === 'uuid') return 'database';
  if (column.category !== 'S') return null;
  const filledBy = model?.fields.get(name)?.filledBy ?? null;
  return (filledBy !== null && CLIENT_IDS.has(filledBy)) || name.toLowerCase() === 'id' ? 'importer' : null;
}

function idNote(name: string, field: PrismaField | undefined): string {
  if (field?.filledBy !== 'cuid') return `The database gives new records no ${shown(name)}.`;
  return `Your application makes ids with cuid(). For such ids: npm install @paralleldrive/cuid2, and newId: createId.`;
}

function stampsOf({ table, model }: KnownTable, match: TableMatch): ImporterPlan['stamps'] {
  const times = [...table.columns.values()].filter(
    ({ name, bare, isGenerated }) =>
      TIMES.has(builtInName(bare) ?? '') && !isGenerated && !match.columns.includes(name),
  );
  const named = (names: ReadonlySet<string>) => times.find(({ name }) => names.has(wordsOf(name).join(' ')));
  const byClient = times.find(({ name }) => model?.fields.get(name)?.isUpdatedAt);
  return { created: named(CREATED)?.name ?? null, changed: (byClient ?? named(CHANGED))?.name ?? null };
}

function planFields(known: KnownTable, match: TableMatch, columns: readonly HostColumn[]): PlannedField[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const field = planField(known, match, column, taken);
    taken.add(field.name);
    return field;
  });
}

function planField(known: KnownTable, match: TableMatch, column: HostColumn, taken: ReadonlySet<string>): PlannedField {
  const { model, foreignKeys, table } = known;
  const own = model?.fields.get(column.name);
  const key = foreignKeys.find(({ column: name }) => name === column.name);
  const target = key && !match.columns.includes(column.name) ? targetOf(known, key) : null;
  const relation = model?.relations.get(column.name) ?? column.name.replace(/(?:_id|(?<=[a-z])I[dD])$/, '');
  const words = wordsOf(target ? relation : (own?.name ?? column.name));
  const isUnique = table.uniques.some(({ columns }) => columns.includes(column.name));
  const builder = target ? referenceBuilder(target) : builderOf(column, isUnique);
  const isKey = match.columns.length === 1 && match.columns[0] === column.name && match.isKeyOfTable;
  return {
    name: freeName(identifierOf(words, 'column'), taken),
    ...{ label: labelOf(words), column: column.name, isReference: target !== null, builder },
    isRequired: isKey || (!column.isNullable && !column.hasDefault),
    notes: [
      ...(builder.note === undefined ? [] : [builder.note]),
      ...(key && target === null ? [keyNote(key, match)] : []),
      ...(own?.filledBy && CLIENT_IDS.has(own.filledBy) && !column.hasDefault && !isKey
        ? [`Only Prisma's client makes it, with ${own.filledBy}(): a row has to bring it.`]
        : []),
    ],
  };
}

function keyNote({ target, column }: ForeignKey, match: TableMatch): string {
  const table = `${shown(target.schema)}.${shown(target.name)}`;
  if (match.columns.includes(column)) return `The key of ${table}, since rows are matched by it.`;
  return `The key of ${table}, which has no unique text column to find its records by.`;
}

/** Names by which people know a record. */
const NAMES = ['name', 'title', 'label', 'code', 'sku', 'slug', 'email', 'username', 'handle'];

/** The table of a foreign key and the text that tells its records apart; null where there is none. */
function targetOf({ tenant }: KnownTable, { table, targetColumn, target }: KnownTable['foreignKeys'][number]) {
  // A reference names its table with a dot between schema and name.
  if (table === null || target.schema.includes('.')) return null;
  const key = table.uniques.find(({ isPrimary }) => isPrimary)?.columns ?? [];
  if (key.length !== 1 || key[0] !== targetColumn) return null;
  const shared = tenant === null || !table.columns.has(tenant) ? null : tenant;
  const texts = table.uniques.flatMap(({ columns }) => {
    const [only, ...others] = columns.filter((name) => name !== shared);
    const isText = only !== undefined && others.length === 0 && table.columns.get(only)?.category === 'S';
    return isText && only !== targetColumn ? [only] : [];
  });
  const [by] = texts.toSorted((one, other) => rankOf(one) - rankOf(other));
  return by === undefined ? null : { table: `${target.schema}.${target.name}`, by, tenant: shared };
}

function rankOf(name: string): number {
  const rank = NAMES.indexOf(name.toLowerCase());
  return rank < 0 ? NAMES.length : rank;
}
