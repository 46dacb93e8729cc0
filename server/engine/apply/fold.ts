import { message } from '../../messages/catalogue.ts';
import { sameValue } from '../../sdk/canonical.ts';
import { type RowError, RowRejected } from '../../sdk/errors.ts';
import type { Misfit } from '../../sdk/importer.ts';
import { isObject, type Json } from '../../sdk/json.ts';
import type { MatchKey, RecordFields, StoredRecord } from '../../sdk/records.ts';
import { type RecordOutcome, rowOutcome } from '../model/outcome.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import type { ProvenanceEntry } from '../model/provenance.ts';
import type { Warning } from '../model/warning.ts';
import type { Conversions, RoundedValue } from './conversions.ts';
import { importerError } from './prepare.ts';
import { type Entry, type FoldRules, keyText, matchKeysOf, RecordIndex } from './recordIndex.ts';
import { createIdMaker, type SuppliedValues } from './suppliedValues.ts';

/** What one row did to one record. */
interface Effect {
  readonly entry: Entry;
  /** Before this row; null for a creation. */
  readonly before: RecordFields | null;
  readonly wasDirty: boolean;
  outcome: RecordOutcome;
  /** What the row offered and the policy did not take. */
  kept: FieldDifferences;
}

/** Field to two values that differ: what it was and is, or what it is and what was offered. */
type FieldDifferences = Readonly<Record<string, readonly [Json, Json]>>;

export interface FoldedRow {
  readonly prepared: PreparedRow;
  /** What became of each record that the row is about; empty where it has errors. */
  readonly outcomes: readonly RecordOutcome[];
  readonly errors: readonly RowError[];
  /** What there is to say of it beside what was known before it was folded. */
  readonly warnings: readonly Warning[];
  /** What the importer or the database threw over it, for the log. */
  readonly cause?: unknown;
}

export interface Folded {
  readonly rows: readonly FoldedRow[];
  readonly inserted: readonly StoredRecord<RecordFields>[];
  readonly updated: readonly StoredRecord<RecordFields>[];
  readonly entries: readonly ProvenanceEntry[];
  /** Unique keys that records had after some row: who else holds them decides whether that row may have them. */
  readonly uniqueKeys: readonly MatchKey[];
}

/** All keys by which any of the rows could find a record. */
export function keysOf(rules: FoldRules, rows: readonly PreparedRow[]): MatchKey[] {
  const keys = new Map<string, MatchKey>();
  for (const { inputs } of rows) {
    for (const input of inputs) {
      // Two texts of one key may be found by the one and not by the other: the database knows other letters than we do.
      for (const key of matchKeysOf(rules, input)) keys.set(`${keyText(key)}\0${key.given ?? ''}`, key);
    }
  }
  return [...keys.values()];
}

/**
 * Applies rows one by one, in source order, to the records that were loaded for them, in memory. This is the whole
 * meaning of an import: outcomes, differences and provenance come from here, for a real run and a dry run alike.
 */
export function fold(
  foldRules: FoldRules,
  loaded: readonly StoredRecord<RecordFields>[],
  rows: readonly PreparedRow[],
  { conversions, supplied }: Learned,
): Folded {
  const records = new RecordIndex(foldRules);
  supplied.restart();
  for (const record of loaded) records.add({ id: record.id, stored: true, fields: record.fields, dirty: false });
  const entries: ProvenanceEntry[] = [];
  const newId = createIdMaker();
  const folded = rows.map((prepared): FoldedRow => {
    const failed = (errors: readonly RowError[]): FoldedRow => ({ prepared, outcomes: [], errors, warnings: [] });
    if (prepared.errors.length > 0) return failed(prepared.errors);
    const effects = new Map<string, Effect>();
    const rounded: RoundedValue[] = [];
    const rules = { ...foldRules, newId, conversions, supplied, rounded };
    const misfits = new Map<string, Misfit>();
    try {
      for (const input of prepared.inputs) applyInput(records, effects, misfits, input, rules);
    } catch (error) {
      for (const effect of [...effects.values()].reverse()) records.revert(effect);
      if (error instanceof RowRejected) return failed(error.errors);
      return { ...failed([importerError(error)]), cause: error };
    }
    const warnings = warningsOf(misfits, effects);
    const kept = withRounded(prepared, rounded);
    entries.push(...historyOf(kept, effects, warnings));
    return { prepared: kept, outcomes: [...effects.values()].map((effect) => effect.outcome), errors: [], warnings };
  });
  return { rows: folded, ...records.changed(), entries, uniqueKeys: records.claimed() };
}

/** What only the database knows, as far as it has been asked. */
export interface Learned {
  readonly conversions: Conversions;
  readonly supplied: SuppliedValues;
}

interface Rules extends FoldRules, Learned {
  readonly newId: () => string;
  /** Values of the row that their columns round; added to as they are met. */
  readonly rounded: RoundedValue[];
}

function withRounded(prepared: PreparedRow, rounded: readonly RoundedValue[]): PreparedRow {
  if (rounded.length === 0) return prepared;
  const warnings = rounded.map(({ field, value, kept }): Warning => {
    return {
      column: prepared.columnOf?.get(field) ?? field,
      ...message('VALUE_ROUNDED', { value: shown(value), kept: shown(kept) }),
    };
  });
  return { ...prepared, warnings: [...prepared.warnings, ...warnings] };
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function applyInput(
  records: RecordIndex,
  effects: Map<string, Effect>,
  misfits: Map<string, Misfit>,
  input: unknown,
  rules: Rules,
): void {
  const { importer, policy, options } = rules;
  const found = records.find(input);
  if (found.entry === null) {
    for (const misfit of found.misfits) misfits.set(misfit.code, misfit);
    const given = asStored({}, importer.merge(null, input, 'UPDATE', options), rules);
    const fields = rules.supplied.create(given);
    const created = { id: rules.newId(), stored: false, fields, dirty: true };
    records.add(created);
    effects.set(created.id, { entry: created, before: null, wasDirty: false, outcome: 'CREATED', kept: {} });
    return;
  }
  const { entry } = found;
  const earlier = effects.get(entry.id);
  const effect: Effect = earlier ?? {
    entry,
    before: entry.fields,
    wasDirty: entry.dirty,
    outcome: policy === 'SKIP' ? 'SKIPPED' : 'UNCHANGED',
    kept: {},
  };
  effects.set(entry.id, effect);
  // A row that names the same record twice (an owner listed as both owners) is no duplicate of itself.
  if (earlier === undefined && policy === 'FAIL') {
    throw new RowRejected({
      ...message('DUPLICATE'),
    });
  }
  if (policy === 'SKIP' && effect.before !== null) {
    effect.kept = { ...effect.kept, ...setAside(entry.fields, input, rules) };
    return;
  }
  const mergePolicy = earlier === undefined && policy === 'UPDATE' ? 'UPDATE' : 'ENRICH';
  const merged = asStored(entry.fields, importer.merge(entry.fields, input, mergePolicy, options), rules);
  const own = withFixed(entry.fields, merged, rules);
  const changed = !sameValue(entry.fields, own);
  if (changed) records.change(entry, rules.supplied.change(own));
  if (policy === 'ENRICH') {
    const kept = Object.entries(setAside(entry.fields, input, rules));
    // Lists that were added to hold what was offered.
    const own = kept.filter(([field]) => !importer.addedTo?.includes(field));
    effect.kept = { ...effect.kept, ...Object.fromEntries(own) };
  }
  effect.outcome = rowOutcome([effect.outcome, changed ? 'UPDATED' : hasNames(effect.kept) ? 'SKIPPED' : 'UNCHANGED']);
}

/** The record with the fields that are its id as they are: an input that says others is about another record. */
function withFixed(before: RecordFields, after: RecordFields, { store }: Rules): RecordFields {
  const kept: [string, Json][] = [];
  for (const { field, ignoreCase } of store.fixed ?? []) {
    const [own, other] = [before[field] ?? null, after[field] ?? null];
    if (sameValue(own, other)) continue;
    if (!ignoreCase || shown(own).toLowerCase() !== shown(other).toLowerCase()) {
      throw new RowRejected({ field, value: shown(other), ...message('KEY_CHANGED', { value: shown(own) }) });
    }
    kept.push([field, own]);
  }
  return kept.length === 0 ? after : { ...after, ...Object.fromEntries(kept) };
}

/** The record as the database will have it. */
function asStored(before: RecordFields, after: RecordFields, { conversions, rounded }: Rules): RecordFields {
  const kept = conversions.apply(before, after);
  rounded.push(...kept.rounded);
  return kept.fields;
}

/** What UPDATE would still change of the record, cut down to what differs. */
function setAside(fields: RecordFields, input: unknown, { importer, options, conversions }: Rules): FieldDifferences {
  try {
    const offered = conversions.apply(fields, importer.merge(fields, input, 'UPDATE', options)).fields;
    return differences(fields, offered, onlyDifferent);
  } catch {
    // The policy leaves the record alone: an input that cannot be merged fails no row for what would not be done.
    return {};
  }
}

/** Of two objects, such as addresses, the names whose values differ; any other two values as they are. */
function onlyDifferent(kept: Json, offered: Json): readonly [Json, Json] {
  if (!isObject(kept) || !isObject(offered)) return [kept, offered];
  const parts = Object.entries(differences(kept, offered, onlyDifferent));
  return [
    Object.fromEntries(parts.flatMap(([name, [part]]) => (part === null ? [] : [[name, part]]))),
    Object.fromEntries(parts.flatMap(([name, [, part]]) => (part === null ? [] : [[name, part]]))),
  ];
}

const hasNames = (object: object): boolean => Object.keys(object).length > 0;

const VALUES_KEPT: Warning = message('VALUES_KEPT');

function warningsOf(misfits: ReadonlyMap<string, Misfit>, effects: ReadonlyMap<string, Effect>): Warning[] {
  const warnings: Warning[] = [...misfits.values()].map(({ otherwise: _, ...warning }) => warning);
  return [...effects.values()].some(({ kept }) => hasNames(kept)) ? [...warnings, VALUES_KEPT] : warnings;
}

/** What the row did to each record. What is said of the row as a whole stands with the first of them. */
function historyOf(
  { row, warnings }: PreparedRow,
  effects: ReadonlyMap<string, Effect>,
  folded: readonly Warning[],
): ProvenanceEntry[] {
  const codes = [...new Set([...warnings, ...folded].map(({ code }) => code))];
  return [...effects.values()].map(({ entry, before, outcome, kept }, index) => {
    const changed = outcome === 'CREATED' || outcome === 'UPDATED';
    return {
      ...{ recordId: entry.id, rowNumber: row.number, outcome, warnings: index === 0 ? codes : [] },
      changes: changed ? JSON.stringify(differences(before ?? {}, entry.fields)) : null,
      kept: hasNames(kept) ? JSON.stringify(kept) : null,
    };
  });
}

/** Field by field what was and what is, for the fields that differ, each as `show` gives it. */
export function differences(
  before: RecordFields,
  after: RecordFields,
  show = (old: Json, now: Json): readonly [Json, Json] => [old, now],
): Record<string, readonly [Json, Json]> {
  // Not by assignment: a column of the metadata may be called __proto__.
  const changes: [string, readonly [Json, Json]][] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (!sameValue(old, now)) changes.push([field, show(old, now)]);
  }
  return Object.fromEntries(changes);
}
