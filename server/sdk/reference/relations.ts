import type { Fields } from '../fields.ts';
import { ensureTable } from '../hostTable/ensureTable.ts';
import type { Importer, MergePolicy } from '../importer.ts';
import { mergeFields } from '../mergeFields.ts';
import type { Db, RecordFields, RecordStore } from '../records.ts';
import type { FieldReference } from './fieldReference.ts';
import { type JoinedField, joinedStore } from './joinedStore.ts';
import { type ReferenceRules, referencesOf } from './reference.ts';
import type { Resolution, ResolveContext } from './resolution.ts';
import { resolveReferences } from './resolveReferences.ts';
import { createJoin, readJoin } from './store/joinTable.ts';
import { readColumns, readTarget, tableParts } from './store/targetTable.ts';
import { madeTypeOf, reviewKindOf } from './targetKind.ts';

/** An importer's own table, as its references need to know it. */
export interface OwnTable {
  /** The kind of its records. */
  readonly type: string;
  readonly table: string;
  readonly fields: Fields;
  /** The column of a field. */
  columnOf(field: string): string;
}

/** All that the references of an importer's fields add to it. */
export interface Relations {
  /** Fields that are no columns of the importer's table. */
  readonly joined: ReadonlySet<string>;
  readonly parts: Pick<Importer<Fields, never, RecordFields, unknown>, 'review' | 'made' | 'addedTo'>;
  /** Makes the tables that are not there and have no schema in their names, and refuses what cannot be referred to. */
  prepareTargets(db: Db): Promise<void>;
  /** The same for join tables, once the importer's own table is there. */
  prepareJoins(db: Db): Promise<void>;
  store<R extends RecordFields>(store: RecordStore<R>): RecordStore<R>;
  resolve<R extends RecordFields>(
    db: Db,
    inputs: readonly R[],
    context: ResolveContext<unknown>,
  ): Promise<Resolution<R>>;
  merge<R extends RecordFields>(current: R, input: R, policy: MergePolicy): R;
}

/** Null for an importer without references. */
export function relationsOf(own: OwnTable): Relations | null {
  const rules = referencesOf(own.fields);
  if (rules.size === 0) return null;
  const references = [...rules].map(([field, each]) => fieldReference(own, field, each));
  const joins = references.flatMap(({ field, rules: { through, to } }): JoinedField[] =>
    through === null ? [] : [{ field, join: through, own: own.table, other: to }],
  );
  const tables = distinct(references.map((reference) => reference.rules));
  const created = distinct(references.map((each) => each.rules).filter(({ onMissing }) => onMissing === 'create'));
  return {
    joined: new Set(joins.map(({ field }) => field)),
    parts: {
      review: tables.map(reviewKindOf),
      made: created.map((each) => madeTypeOf(each, references)),
      addedTo: joins.map(({ field }) => field),
    },
    async prepareTargets(db) {
      for (const each of tables) if (each.to !== own.table) await prepareTarget(db, own.type, each);
    },
    async prepareJoins(db) {
      for (const join of joins) await prepareJoin(db, join);
    },
    store: (store) => joinedStore(store, joins),
    resolve: (db, inputs, context) => resolveReferences(db, inputs, references, context),
    merge: (current, input, policy) => mergeLists(current, mergeFields(current, input, policy), input, policy, rules),
  };
}

function fieldReference(own: OwnTable, field: string, rules: ReferenceRules): FieldReference {
  const isOwn = rules.to === own.table;
  if (isOwn && rules.onMissing === 'create') {
    throw new Error(
      `The reference "${field}" leads to the importer's own table: its records are rows, which create them. Use onMissing "fail" or "review".`,
    );
  }
  const fieldOf = new Map(Object.keys(own.fields).map((name) => [own.columnOf(name), name]));
  return {
    ...{ field, rules, ownTable: own.table },
    ownType: isOwn ? own.type : null,
    ownFields: isOwn ? rules.by.map((column) => fieldOf.get(column) ?? column) : null,
    column: rules.through === null ? own.columnOf(field) : null,
  };
}

/** The first reference to each table. */
function distinct(rules: readonly ReferenceRules[]): readonly ReferenceRules[] {
  return [...new Map(rules.toReversed().map((each) => [each.to, each])).values()].reverse();
}

async function prepareTarget(db: Db, type: string, rules: ReferenceRules): Promise<void> {
  const { to, by, tenant = 'project_id', label } = rules;
  if ((await readColumns(db, to)).size === 0 && tableParts(to).schema === null && tenant === 'project_id') {
    const columns = Object.fromEntries(by.map((name) => [name, { column: name, type: 'text' as const }]));
    const [first] = by;
    const key = { column: first, unique: true, value: (fields: RecordFields) => String(fields[first] ?? '') };
    await ensureTable(db, { type: to, table: to, columns, keys: { [first]: key } });
  }
  const found = await readTarget(db, rules);
  if (typeof found === 'string')
    throw new Error(`The reference "${label}" of the importer "${type}" cannot be used: ${found}.`);
}

async function prepareJoin(db: Db, join: JoinedField): Promise<void> {
  const found = await readJoin(db, join);
  if (typeof found === 'string') throw new Error(`The reference "${join.field}" cannot be used: ${found}.`);
  if (found !== null) return;
  if (tableParts(join.join.table).schema !== null) throw new Error(`There is no table "${join.join.table}".`);
  await createJoin(db, join);
}

/** Lists of keys: ENRICH adds, and so does UPDATE where it is said to; both keep the order of the keys' texts. */
function mergeLists<R extends RecordFields>(
  current: R,
  merged: R,
  input: R,
  policy: MergePolicy,
  rules: ReadonlyMap<string, ReferenceRules>,
): R {
  const changes: [string, readonly string[]][] = [];
  for (const [field, { through, onUpdate }] of rules) {
    if (through === null || (policy === 'UPDATE' && onUpdate === 'replace')) continue;
    const [own, other] = [keysIn(current[field]), keysIn(input[field])];
    const all = [...new Set([...own, ...other])].sort();
    // A list that gains nothing stays as it is.
    changes.push([field, all.length === own.length ? own : all]);
  }
  return changes.length === 0 ? merged : { ...merged, ...Object.fromEntries(changes) };
}

function keysIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}
