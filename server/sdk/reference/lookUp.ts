import { randomUUID } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import type { Json } from '../json.ts';
import type { Db, RecordFields } from '../records.ts';
import { type FieldReference, kindOf, matchKeyOf } from './fieldReference.ts';
import type { Applied, MadeRecord, ResolveContext, RuleName } from './resolution.ts';
import { ruleText } from './resolution.ts';
import { type Foretold, type FoundName, findNames } from './store/findNames.ts';
import { insertRecords, lockCreation, newKeys } from './store/madeRecords.ts';
import { readNames } from './store/targetEntities.ts';
import { readTarget, type TargetTable } from './store/targetTable.ts';

/** What a name means. */
export type Answer =
  | { readonly kind: 'found'; readonly id: string }
  /** A rule says that it means nothing. */
  | { readonly kind: 'ignored' }
  | {
      readonly kind: 'missing';
      /** How many records have it. */
      readonly count: number;
      /** What the row waits for; null where it fails. */
      readonly waits: RuleName | null;
    };

/** Names that one field gives. */
export interface NamedField {
  readonly reference: FieldReference;
  readonly names: readonly string[];
}

/** One table, as one or several fields look in it. */
interface Target {
  readonly reference: FieldReference;
  readonly table: TargetTable;
  readonly found: Map<string, FoundName>;
  /** Of names that are missing and may be created: the key that each gets, by the name as it is compared. */
  readonly keys: Map<string, string>;
  /** Those of them that a row has asked for by now. */
  readonly asked: Set<string>;
}

/** Asks each table once, and the rules once for all of them. */
export async function lookUp(
  db: Db,
  named: readonly NamedField[],
  context: ResolveContext<unknown>,
): Promise<TargetAnswers> {
  const targets = new Map<string, Target>();
  const given = named.filter(({ names }) => names.length > 0);
  // In one order, so that two imports that create records never wait for each other.
  const groups = [...Map.groupBy(given, ({ reference }) => identityOf(reference))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [identity, fields] of groups) {
    const [first] = fields;
    if (first) targets.set(identity, await readTargetNames(db, first.reference, fields, context));
  }
  const rules = await readRules(db, targets, context);
  for (const [identity, fields] of groups) {
    const target = targets.get(identity);
    if (target) await prepareCreation(db, target, fields, rules, context);
  }
  return new TargetAnswers(db, targets, rules, context);
}

/** References that look in the same way. */
function identityOf({ rules: { to, by, caseSensitive = false, tenant } }: FieldReference): string {
  return JSON.stringify([to, by, caseSensitive, tenant]);
}

async function readTargetNames(
  db: Db,
  reference: FieldReference,
  fields: readonly NamedField[],
  context: ResolveContext<unknown>,
): Promise<Target> {
  const table = await readTarget(db, reference.rules);
  if (typeof table === 'string')
    throw new Error(`The reference "${reference.field}" cannot look anything up: ${table}.`);
  const target = { reference, table, found: new Map(), keys: new Map(), asked: new Set<string>() };
  await find(db, target, [...new Set(fields.flatMap(({ names }) => names))], context);
  return target;
}

async function find(
  db: Db,
  { reference, table, found }: Target,
  names: readonly string[],
  context: ResolveContext<unknown>,
): Promise<void> {
  const foretold = context.dryRun ? await foretoldOf(reference, table, context) : [];
  const { projectId } = context;
  const { caseSensitive = false } = reference.rules;
  const results = await findNames(db, table, names, { projectId, caseSensitive, foretold });
  for (const [index, name] of names.entries()) {
    const result = results[index];
    if (result) found.set(name, result);
  }
}

/** What the dry run would have made by now, in passing or as records of its own. */
async function foretoldOf(
  { rules: { to, by }, ownFields, ownType }: FieldReference,
  table: TargetTable,
  context: ResolveContext<unknown>,
): Promise<readonly Foretold[]> {
  const made = await context.foretold(to);
  const own = ownType === null ? [] : await context.foretold(ownType);
  const valuesOf = (fields: RecordFields, names: readonly string[]) => names.map((name) => textOf(fields[name]));
  return [
    ...made.map(({ id, fields }) => ({ id, values: valuesOf(fields, by) })),
    ...own.map(({ id, fields }) => ({ id: foretoldKey(table, id), values: valuesOf(fields, ownFields ?? []) })),
  ];
}

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A dry run takes no number of a sequence: a record that it would make has a negative one, made of its UUID. */
function foretoldKey({ key }: TargetTable, id: string): string {
  if (key.category !== 'N' || /^-?\d+$/.test(id)) return id;
  return `-${Number.parseInt(id.replaceAll('-', '').slice(-7), 16) + 1}`;
}

/** By rule text; those whose record is gone are left out. */
async function readRules(
  db: Db,
  targets: ReadonlyMap<string, Target>,
  context: ResolveContext<unknown>,
): Promise<ReadonlyMap<string, string | null>> {
  const names = [...targets.values()].flatMap(({ reference, found }) =>
    [...found.values()].map(({ folded }) => ({ kind: kindOf(reference.rules), key: matchKeyOf(folded) })),
  );
  if (names.length === 0) return new Map();
  const rules = new Map(await context.rules(names));
  for (const { reference, table } of targets.values()) {
    const own = [...rules].filter(([name, id]) => id !== null && name.startsWith(`${kindOf(reference.rules)}:`));
    if (own.length === 0) continue;
    const ids = own.flatMap(([, id]) => id ?? []);
    const there = new Set((await readNames(db, table, context.projectId, ids)).map(({ entityId }) => entityId));
    for (const [name, id] of own) if (!there.has(id ?? '')) rules.delete(name);
  }
  return rules;
}

/**
 * Gives the names their keys that are missing and may be created. Another import may be creating the same: it is waited
 * for, and the names are looked up once more.
 */
async function prepareCreation(
  db: Db,
  target: Target,
  fields: readonly NamedField[],
  rules: ReadonlyMap<string, string | null>,
  context: ResolveContext<unknown>,
): Promise<void> {
  const creating = fields.filter(({ reference }) => reference.rules.onMissing === 'create');
  const names = [...new Set(creating.flatMap((field) => field.names))];
  const missing = () => names.filter((name) => isMissing(target, name, rules));
  if (missing().length === 0) return;
  const foretells = context.dryRun || context.checkOnly;
  if (!foretells) {
    await lockCreation(db, target.table, context.projectId);
    await find(db, target, missing(), context);
  }
  const folded = [...new Set(missing().map((name) => target.found.get(name)?.folded ?? name))];
  const keys = foretells
    ? folded.map(() => foretoldKey(target.table, randomUUID()))
    : await newKeys(db, target.table, folded.length, randomUUID);
  for (const [index, name] of folded.entries()) target.keys.set(name, keys[index] ?? '');
}

function isMissing({ reference, found }: Target, name: string, rules: ReadonlyMap<string, string | null>): boolean {
  const result = found.get(name);
  if (!result || result.count > 0) return false;
  return !rules.has(ruleText({ kind: kindOf(reference.rules), key: matchKeyOf(result.folded) }));
}

/** What the names of a chunk mean, asked in the order of its rows. */
export class TargetAnswers {
  readonly #db: Db;
  readonly #targets: ReadonlyMap<string, Target>;
  readonly #rules: ReadonlyMap<string, string | null>;
  readonly #context: ResolveContext<unknown>;

  constructor(
    db: Db,
    targets: ReadonlyMap<string, Target>,
    rules: ReadonlyMap<string, string | null>,
    context: ResolveContext<unknown>,
  ) {
    this.#db = db;
    this.#targets = targets;
    this.#rules = rules;
    this.#context = context;
  }

  of(reference: FieldReference, name: string): Answer {
    const target = this.#targets.get(identityOf(reference));
    const result = target?.found.get(name);
    if (!target || !result) throw new Error(`"${name}" was not looked up.`);
    const named = { kind: kindOf(reference.rules), key: matchKeyOf(result.folded) };
    const rule = this.#rules.get(ruleText(named));
    if (rule !== undefined) return rule === null ? { kind: 'ignored' } : { kind: 'found', id: rule };
    if (result.count === 1 && result.id !== null) return { kind: 'found', id: result.id };
    const { onMissing } = reference.rules;
    const key = target.keys.get(result.folded);
    if (key !== undefined && (onMissing === 'create' || target.asked.has(result.folded))) {
      target.asked.add(result.folded);
      return { kind: 'found', id: key };
    }
    return { kind: 'missing', count: result.count, waits: onMissing === 'review' ? named : null };
  }

  /** Creates what rows that change records ask for, and the records then hold. */
  async create(
    applied: Applied,
    askedBy: (index: number) => readonly NamedField[],
    count: number,
  ): Promise<MadeRecord[]> {
    const made: MadeRecord[] = [];
    for (const [target, wanted] of this.#wanted(applied, askedBy, count)) {
      const records = wanted.map(({ id, name }) => ({ id, values: valuesOf(target, name) }));
      const rows = await insertRecords(this.#db, target.table, this.#context.projectId, records);
      made.push(...wanted.map((each) => madeOf(target, each, rows.get(each.id) ?? {})));
    }
    return made;
  }

  /** The same of a dry run, which creates nothing. */
  foretell(applied: Applied, askedBy: (index: number) => readonly NamedField[], count: number): MadeRecord[] {
    return [...this.#wanted(applied, askedBy, count)].flatMap(([target, wanted]) =>
      wanted.map((each) => madeOf(target, each, valuesOf(target, each.name))),
    );
  }

  /** For each table the names that are to be created, with the first row that is to have them. */
  #wanted(
    applied: Applied,
    askedBy: (index: number) => readonly NamedField[],
    count: number,
  ): Map<Target, readonly Wanted[]> {
    const wanted = new Map<string, Wanted & { readonly target: Target }>();
    if ([...this.#targets.values()].every(({ keys }) => keys.size === 0)) return new Map();
    const used = usedKeys(applied.records);
    for (let index = 0; index < count; index += 1) {
      if (!applied.changes(index)) continue;
      for (const { reference, names } of askedBy(index)) {
        const target = this.#targets.get(identityOf(reference));
        for (const name of names) {
          const id = target?.keys.get(target.found.get(name)?.folded ?? '');
          if (!target || id === undefined || !used.has(id) || wanted.has(id)) continue;
          wanted.set(id, { target, id, name, index, field: reference.field });
        }
      }
    }
    return Map.groupBy(wanted.values(), ({ target }) => target);
  }
}

interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly index: number;
  readonly field: string;
}

/** All texts that records hold in their fields and lists. */
function usedKeys(records: readonly RecordFields[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const record of records) {
    for (const value of Object.values(record)) {
      if (typeof value === 'string') used.add(value);
      if (Array.isArray(value)) for (const item of value) if (typeof item === 'string') used.add(item);
    }
  }
  return used;
}

function valuesOf({ reference: { rules } }: Target, name: string): Readonly<Record<string, Json>> {
  return { ...rules.create?.(name), [rules.by[0]]: name };
}

function madeOf({ reference: { rules } }: Target, wanted: Wanted, fields: RecordFields): MadeRecord {
  const { id, index, field } = wanted;
  return { type: rules.to, id, index, field, fields, warning: message('REFERENCES_ADDED', { target: rules.to }) };
}
