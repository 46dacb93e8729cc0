import { message } from '../../messages/catalogue.ts';
import { type RowError, RowRejected } from '../../sdk/errors.ts';
import type { AnyImporter, DuplicatePolicy, Misfit } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { MatchKey, RecordFields, StoredRecord } from '../../sdk/records.ts';

/** By what rows are folded. */
export interface FoldRules {
  readonly importer: AnyImporter;
  /** The importer's store as it is open. */
  readonly store: AnyImporter['store'];
  readonly policy: DuplicatePolicy;
  readonly options: JsonObject;
}

/** A record while rows are folded over it. */
export interface Entry {
  readonly id: string;
  /** Whether it is in the database already. */
  readonly stored: boolean;
  fields: RecordFields;
  dirty: boolean;
}

/** What a row changed of a record. */
interface Change {
  readonly entry: Entry;
  /** Null for a creation. */
  readonly before: RecordFields | null;
  readonly wasDirty: boolean;
}

type Found = { readonly entry: Entry } | { readonly entry: null; readonly misfits: readonly Misfit[] };

/** The error of a row whose value another record has, and that must be unique. */
export function duplicateValue(key?: MatchKey): RowError {
  return {
    ...(key ? { field: key.field ?? key.key, value: key.value } : {}),
    ...(key?.constraint === undefined
      ? message('DUPLICATE_VALUE')
      : message('UNIQUE_CONSTRAINT', { name: key.constraint })),
  };
}

export const keyText = ({ key, value }: MatchKey): string => `${key}\0${value}`;

function ambiguous(key: MatchKey, count: number): RowError {
  const field = key.field ?? key.key;
  const cause = message('SEVERAL_RECORDS', { count, key: field });
  return { ...message('AMBIGUOUS_MATCH', { cause }), field, value: key.value };
}

/** The error of a row that must not become a record beside those that a key found. */
function refusalOf(others: readonly Misfit[], key: MatchKey): RowError | null {
  const misfit = others.find(({ otherwise }) => otherwise === 'FAIL');
  if (!misfit) return null;
  const { otherwise: _, ...reason } = misfit;
  return { ...reason, field: key.field ?? key.key, value: key.value };
}

/** The keys by which an input finds its record, as the store compares them. */
export function matchKeysOf({ importer, store, options }: FoldRules, input: unknown): readonly MatchKey[] {
  const keys = importer.matchKeys(input, options);
  return store.matchKey ? keys.map((key) => store.matchKey?.(key) ?? key) : keys;
}

/** Records by the keys under which they can be found, kept true while rows change them. */
export class RecordIndex {
  readonly #rules: FoldRules;
  readonly #byKey = new Map<string, Set<Entry>>();
  readonly #entries = new Map<string, Entry>();
  readonly #claimed = new Map<string, MatchKey>();

  constructor(rules: FoldRules) {
    this.#rules = rules;
  }

  add(entry: Entry): void {
    if (!entry.stored) this.#claim(entry, entry.fields);
    this.#entries.set(entry.id, entry);
    this.#link(entry);
  }

  /** The record that the first key with a match finds; null, and who did not fit, where none does. */
  find(input: unknown): Found {
    const misfits: Misfit[] = [];
    let refusal: RowError | null = null;
    for (const key of matchKeysOf(this.#rules, input)) {
      const holders = this.#byKey.get(keyText(key));
      if (!holders || holders.size === 0) continue;
      const { fitting, others } = this.#judge(holders, input, key);
      const [entry] = fitting;
      if (entry && fitting.length === 1) return { entry };
      if (entry) throw new RowRejected(ambiguous(key, fitting.length));
      misfits.push(...others);
      refusal ??= refusalOf(others, key);
    }
    if (refusal) throw new RowRejected(refusal);
    return { entry: null, misfits };
  }

  /** Those that are surely the input's, else those that perhaps are; and why the others are not. */
  #judge(holders: ReadonlySet<Entry>, input: unknown, key: MatchKey): { fitting: Entry[]; others: Misfit[] } {
    const { importer, store, options } = this.#rules;
    if (!importer.fit) return { fitting: [...holders], others: [] };
    const isCrowd = holders.size > (store.most?.[key.key] ?? Number.POSITIVE_INFINITY);
    const entries = isCrowd ? [null] : [...holders];
    const [sure, perhaps, others]: [Entry[], Entry[], Misfit[]] = [[], [], []];
    for (const entry of entries) {
      const found = importer.fit(entry?.fields ?? null, input, key, options);
      if (typeof found === 'object') others.push(found);
      else if (entry) (found === 'SURE' ? sure : perhaps).push(entry);
    }
    return { fitting: sure.length > 0 ? sure : perhaps, others };
  }

  change(entry: Entry, fields: RecordFields): void {
    this.#claim(entry, fields);
    this.#unlink(entry);
    entry.fields = fields;
    entry.dirty = true;
    this.#link(entry);
  }

  revert({ entry, before, wasDirty }: Change): void {
    this.#unlink(entry);
    if (before === null) {
      this.#entries.delete(entry.id);
      return;
    }
    entry.fields = before;
    entry.dirty = wasDirty;
    this.#link(entry);
  }

  changed(): { inserted: StoredRecord<RecordFields>[]; updated: StoredRecord<RecordFields>[] } {
    const dirty = [...this.#entries.values()].filter((entry) => entry.dirty);
    return { inserted: dirty.filter((entry) => !entry.stored), updated: dirty.filter((entry) => entry.stored) };
  }

  claimed(): MatchKey[] {
    return [...this.#claimed.values()];
  }

  /** A value that must be unique and that another record has fails the row, as it would if it were saved by itself. */
  #claim(entry: Entry, fields: RecordFields): void {
    for (const key of this.#rules.store.uniqueKeysOf(fields)) {
      const text = keyText(key);
      this.#claimed.set(text, key);
      for (const holder of this.#byKey.get(text) ?? []) {
        if (holder !== entry) throw new RowRejected(duplicateValue(key));
      }
    }
  }

  #link(entry: Entry): void {
    for (const key of this.#rules.store.keysOf(entry.fields)) {
      const text = keyText(key);
      const set = this.#byKey.get(text);
      if (set) set.add(entry);
      else this.#byKey.set(text, new Set([entry]));
    }
  }

  #unlink(entry: Entry): void {
    for (const key of this.#rules.store.keysOf(entry.fields)) this.#byKey.get(keyText(key))?.delete(entry);
  }
}
