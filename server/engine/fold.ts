import { sameValue } from '../sdk/canonical.ts';
import { RowError, type RowFault } from '../sdk/errors.ts';
import type { AnyImporter, DuplicatePolicy } from '../sdk/importer.ts';
import type { Json, JsonObject } from '../sdk/json.ts';
import type { MatchKey, RecordFields, StoredRecord } from '../sdk/records.ts';
import type { Conversions, RoundedValue } from './conversions.ts';
import { createIdMaker } from './idMaker.ts';
import { RECORD_OUTCOMES, type RecordOutcome } from './outcome.ts';
import { importerFault, type PlacedFault, type PreparedRow } from './prepare.ts';
import type { Warning } from './store/addWarnings.ts';
import type { Touch } from './store/saveProvenance.ts';

/** A record while rows are folded over it. */
interface Entry {
  readonly id: string;
  /** Whether it is in the database already. */
  readonly stored: boolean;
  fields: RecordFields;
  dirty: boolean;
}

/** What one row did to one record. */
interface Effect {
  readonly entry: Entry;
  /** Before this row; null for a creation. */
  readonly before: RecordFields | null;
  readonly wasDirty: boolean;
  outcome: RecordOutcome;
}

export interface FoldedRow {
  readonly prepared: PreparedRow;
  /** What became of each record that the row is about; empty where it has faults. */
  readonly outcomes: readonly RecordOutcome[];
  readonly faults: readonly PlacedFault[];
  /** What the importer or the database threw over it, for the log. */
  readonly cause?: unknown;
}

export interface Folded {
  readonly rows: readonly FoldedRow[];
  readonly inserted: readonly StoredRecord<RecordFields>[];
  readonly updated: readonly StoredRecord<RecordFields>[];
  readonly touches: readonly Touch[];
  /** Unique keys that records had after some row: who else holds them decides whether that row may have them. */
  readonly uniqueKeys: readonly MatchKey[];
}

/** All keys by which any of the rows could find a record. */
export function keysOf(importer: AnyImporter, options: JsonObject, rows: readonly PreparedRow[]): MatchKey[] {
  const keys = new Map<string, MatchKey>();
  for (const { inputs } of rows) {
    for (const input of inputs) {
      for (const key of importer.matchKeys(input, options)) keys.set(keyText(key), key);
    }
  }
  return [...keys.values()];
}

/**
 * Applies rows one by one, in source order, to the records that were loaded for them, in memory. This is the whole
 * meaning of an import: outcomes, differences and provenance come from here, for a real run and a dry run alike.
 */
export function fold(
  importer: AnyImporter,
  policy: DuplicatePolicy,
  options: JsonObject,
  loaded: readonly StoredRecord<RecordFields>[],
  rows: readonly PreparedRow[],
  conversions: Conversions,
): Folded {
  const records = new RecordIndex(importer);
  for (const record of loaded) records.add({ id: record.id, stored: true, fields: record.fields, dirty: false });
  const touches: Touch[] = [];
  const newId = createIdMaker();
  const folded = rows.map((prepared): FoldedRow => {
    if (prepared.faults.length > 0) return { prepared, outcomes: [], faults: prepared.faults };
    const effects = new Map<string, Effect>();
    const rounded: RoundedValue[] = [];
    const rules = { importer, policy, options, newId, conversions, rounded };
    try {
      for (const input of prepared.inputs) applyInput(records, effects, input, rules);
    } catch (error) {
      for (const effect of [...effects.values()].reverse()) records.revert(effect);
      if (error instanceof RowError) return { prepared, outcomes: [], faults: error.faults };
      return { prepared, outcomes: [], faults: [importerFault(error)], cause: error };
    }
    for (const effect of effects.values()) touches.push(touchOf(effect, prepared.row.number));
    const outcomes = [...effects.values()].map((effect) => effect.outcome);
    return { prepared: withRounded(prepared, rounded), outcomes, faults: [] };
  });
  return { rows: folded, ...records.changed(), touches, uniqueKeys: records.claimed() };
}

interface Rules {
  readonly importer: AnyImporter;
  readonly policy: DuplicatePolicy;
  readonly options: JsonObject;
  readonly newId: () => string;
  readonly conversions: Conversions;
  /** Values of the row that their columns round; added to as they are met. */
  readonly rounded: RoundedValue[];
}

function withRounded(prepared: PreparedRow, rounded: readonly RoundedValue[]): PreparedRow {
  if (rounded.length === 0) return prepared;
  const warnings = rounded.map(({ field, value, kept }): Warning => {
    const message = `Values were rounded to what their column in the database can hold: ${value} to ${kept}, for one.`;
    return { code: 'VALUE_ROUNDED', column: prepared.columnOf?.get(field) ?? field, message };
  });
  return { ...prepared, warnings: [...prepared.warnings, ...warnings] };
}

function applyInput(records: RecordIndex, effects: Map<string, Effect>, input: unknown, rules: Rules): void {
  const { importer, policy, options } = rules;
  const entry = records.find(importer.matchKeys(input, options));
  if (entry === null) {
    const fields = asKept({}, importer.merge(null, input, 'UPDATE', options), rules);
    const created = { id: rules.newId(), stored: false, fields, dirty: true };
    records.add(created);
    effects.set(created.id, { entry: created, before: null, wasDirty: false, outcome: 'CREATED' });
    return;
  }
  const earlier = effects.get(entry.id);
  const effect: Effect = earlier ?? { entry, before: entry.fields, wasDirty: entry.dirty, outcome: 'SKIPPED' };
  effects.set(entry.id, effect);
  // A row that names the same record twice (an owner listed as both owners) is no duplicate of itself.
  if (earlier === undefined && policy === 'SKIP') return;
  if (earlier === undefined && policy === 'FAIL') {
    throw new RowError({
      code: 'DUPLICATE',
      message: 'A record with the same match key is there already: discard the row, or import with another policy.',
    });
  }
  const mergePolicy = earlier === undefined && policy === 'UPDATE' ? 'UPDATE' : 'ENRICH';
  const merged = asKept(entry.fields, importer.merge(entry.fields, input, mergePolicy, options), rules);
  const changed = !sameValue(entry.fields, merged);
  if (changed) records.change(entry, merged);
  const outcome = changed ? 'UPDATED' : 'UNCHANGED';
  if (RECORD_OUTCOMES.indexOf(outcome) < RECORD_OUTCOMES.indexOf(effect.outcome)) effect.outcome = outcome;
}

/** The record as the database will have it. */
function asKept(before: RecordFields, after: RecordFields, { conversions, rounded }: Rules): RecordFields {
  const kept = conversions.apply(before, after);
  rounded.push(...kept.rounded);
  return kept.fields;
}

function touchOf({ entry, before, outcome }: Effect, rowNumber: number): Touch {
  const changed = outcome === 'CREATED' || outcome === 'UPDATED';
  const changes = changed ? JSON.stringify(differences(before ?? {}, entry.fields)) : null;
  return { recordId: entry.id, rowNumber, outcome, changes };
}

/** Field by field what was and what is, for the fields that differ. */
export function differences(before: RecordFields, after: RecordFields): Record<string, [Json, Json]> {
  const changes: Record<string, [Json, Json]> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (!sameValue(old, now)) changes[field] = [old, now];
  }
  return changes;
}

/** The fault of a row whose value another record has, and that must be unique. */
export function duplicateValue(key?: MatchKey): RowFault {
  return {
    code: 'DUPLICATE_VALUE',
    ...(key ? { field: key.key, value: key.value } : {}),
    message: 'Another record has this value, which must be unique: correct the value or discard the row.',
  };
}

export const keyText = ({ key, value }: MatchKey): string => `${key}\0${value}`;

/** Records by the keys under which they can be found, kept true while rows change them. */
class RecordIndex {
  readonly #store: AnyImporter['store'];
  readonly #byKey = new Map<string, Set<Entry>>();
  readonly #entries = new Map<string, Entry>();
  readonly #claimed = new Map<string, MatchKey>();

  constructor(importer: AnyImporter) {
    this.#store = importer.store;
  }

  add(entry: Entry): void {
    if (!entry.stored) this.#claim(entry, entry.fields);
    this.#entries.set(entry.id, entry);
    this.#link(entry);
  }

  /** The record that the first key with a match finds; null when none does. */
  find(keys: readonly MatchKey[]): Entry | null {
    for (const key of keys) {
      const found = this.#byKey.get(keyText(key));
      if (!found || found.size === 0) continue;
      const [entry] = found;
      if (entry && found.size === 1) return entry;
      throw new RowError({
        code: 'AMBIGUOUS_MATCH',
        field: key.key,
        value: key.value,
        message: `${found.size} records have this ${key.key}: say which one is meant, by another key or by merging them.`,
      });
    }
    return null;
  }

  change(entry: Entry, fields: RecordFields): void {
    this.#claim(entry, fields);
    this.#unlink(entry);
    entry.fields = fields;
    entry.dirty = true;
    this.#link(entry);
  }

  revert({ entry, before, wasDirty }: Effect): void {
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
    for (const key of this.#store.uniqueKeysOf(fields)) {
      const text = keyText(key);
      this.#claimed.set(text, key);
      for (const holder of this.#byKey.get(text) ?? []) {
        if (holder !== entry) throw new RowError(duplicateValue(key));
      }
    }
  }

  #link(entry: Entry): void {
    for (const key of this.#store.keysOf(entry.fields)) {
      const text = keyText(key);
      const set = this.#byKey.get(text);
      if (set) set.add(entry);
      else this.#byKey.set(text, new Set([entry]));
    }
  }

  #unlink(entry: Entry): void {
    for (const key of this.#store.keysOf(entry.fields)) this.#byKey.get(keyText(key))?.delete(entry);
  }
}
