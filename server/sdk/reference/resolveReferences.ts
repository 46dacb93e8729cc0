import { message } from '../../messages/catalogue.ts';
import { DependsOnEarlierInput, type RowError, RowRejected } from '../errors.ts';
import type { Db, RecordFields } from '../records.ts';
import type { FieldReference } from './fieldReference.ts';
import { type Answer, lookUp, type NamedField, type TargetAnswers } from './lookUp.ts';
import { type OpenName, type Resolution, type ResolveContext, ruleText, type Saved } from './resolution.ts';

/**
 * Puts the keys of records in the place of the names that inputs have of them. Each table is asked once for all names of
 * the chunk; what one row creates, the rows behind it find.
 */
export async function resolveReferences<R extends RecordFields>(
  db: Db,
  inputs: readonly R[],
  references: readonly FieldReference[],
  context: ResolveContext<unknown>,
): Promise<Resolution<R>> {
  if (!context.checkOnly) refuseEarlierRows(inputs, references);
  const named = references.map((reference) => ({ reference, names: namesOf(inputs, reference) }));
  const answers = await lookUp(db, named, context);
  const open = new Map<string, OpenName>();
  const resolved = inputs.map((input) => resolvedInput(input, references, answers, open));
  return {
    inputs: resolved,
    async save(applied): Promise<Saved> {
      const asked = (index: number) => askedBy(inputs[index], references);
      const made = context.dryRun
        ? answers.foretell(applied, asked, inputs.length)
        : await answers.create(applied, asked, inputs.length);
      return { made, open: [...open.values()] };
    },
  };
}

function askedBy(input: RecordFields | undefined, references: readonly FieldReference[]): NamedField[] {
  return input === undefined ? [] : references.map((reference) => ({ reference, names: namesIn(input, reference) }));
}

function namesIn(input: RecordFields, { field }: FieldReference): readonly string[] {
  const value = input[field] ?? null;
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function namesOf(inputs: readonly RecordFields[], reference: FieldReference): readonly string[] {
  return [...new Set(inputs.flatMap((input) => namesIn(input, reference)))];
}

function resolvedInput<R extends RecordFields>(
  input: R,
  references: readonly FieldReference[],
  answers: TargetAnswers,
  open: Map<string, OpenName>,
): R | RowRejected {
  const errors: RowError[] = [];
  const keys: [string, string | readonly string[] | null][] = [];
  for (const reference of references) {
    const names = namesIn(input, reference);
    const found = names.map((name) => ({ name, answer: answers.of(reference, name) }));
    for (const { name, answer } of found) {
      if (answer.kind !== 'missing') continue;
      errors.push(errorOf(reference, name, answer));
      // As the first row spells it.
      if (answer.waits && !open.has(ruleText(answer.waits))) {
        open.set(ruleText(answer.waits), { ...answer.waits, name, details: {} });
      }
    }
    const ids = [...new Set(found.flatMap(({ answer }) => (answer.kind === 'found' ? [answer.id] : [])))];
    const { field, rules } = reference;
    if (rules.required && names.length > 0 && ids.length === 0 && errors.length === 0) {
      errors.push({ field, ...message('REQUIRED', { cause: message('MISSING', { field: rules.label }) }) });
    }
    keys.push([field, rules.through ? ids.sort() : (ids[0] ?? null)]);
  }
  const [first, ...others] = errors;
  return first ? new RowRejected(first, ...others) : { ...input, ...Object.fromEntries(keys) };
}

function errorOf(
  { field, rules }: FieldReference,
  name: string,
  answer: Extract<Answer, { kind: 'missing' }>,
): RowError {
  const about = { field, value: name };
  const { to: target, by } = rules;
  if (answer.waits) {
    return { ...about, ...message('UNRESOLVED_REFERENCE', { name, target }), waitsFor: ruleText(answer.waits) };
  }
  const params = { name, target, names: by };
  if (answer.count > 1) return { ...about, ...message('AMBIGUOUS_REFERENCE', { ...params, count: answer.count }) };
  return { ...about, ...message('REFERENCE_NOT_FOUND', params) };
}

/**
 * A row that refers to a record of its own table can mean an earlier row of the chunk, whatever the table holds now. Case
 * is left out in any event: rows that are applied apart for no reason come to the same.
 */
function refuseEarlierRows(inputs: readonly RecordFields[], references: readonly FieldReference[]): void {
  const own = references.filter(({ ownFields }) => ownFields !== null);
  if (own.length === 0) return;
  const earlier = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const refers = own.some((reference) => namesIn(input, reference).some((name) => earlier.has(roughly(name))));
    if (refers) throw new DependsOnEarlierInput(index);
    for (const { ownFields } of own) {
      for (const field of ownFields ?? []) earlier.add(roughly(String(input[field] ?? '')));
    }
  }
}

function roughly(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
