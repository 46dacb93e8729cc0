import type { DuplicatePolicy } from '../../server/sdk/importer.ts';

/** A person of the test importer, and a row of three cells for one. */
export interface ModelPerson {
  name: string;
  phone: string | null;
  email: string | null;
}
export type ModelRow = readonly [name: string, phone: string, email: string];

export interface ModelRules {
  readonly policy: DuplicatePolicy;
  readonly matchByEmail: boolean;
}

/**
 * The rules of an import, said as plainly as possible: rows one by one, a list of records, no chunks, no database.
 * Changes `people`; gives the row's outcome or the code of its fault.
 */
export function applyRowPlainly(people: ModelPerson[], row: ModelRow, rules: ModelRules): string {
  const [name, phoneCell, emailCell] = row;
  if (name === '') return 'REQUIRED';
  const phone = phoneCell === '' ? null : phoneCell;
  const email = emailCell === '' ? null : emailCell;
  const byPhone = phone === null ? [] : people.filter((person) => person.phone === phone);
  const byEmail = email === null ? [] : people.filter((person) => person.email === email);
  const usesEmail = rules.matchByEmail || phone === null;
  const found = rules.matchByEmail && byEmail.length > 0 ? byEmail : usesEmail && phone === null ? byEmail : byPhone;
  if (found.length > 1) return 'AMBIGUOUS_MATCH';
  const [match] = found;
  if (match && rules.policy === 'SKIP') return 'SKIPPED';
  if (match && rules.policy === 'FAIL') return 'DUPLICATE';
  if (name === 'throws') return 'IMPORTER_ERROR';
  const incoming = { name, phone, email };
  const next = match ? mergePlainly(match, incoming, rules.policy) : incoming;
  if (next.phone !== null && people.some((other) => other !== match && other.phone === next.phone))
    return 'DUPLICATE_VALUE';
  if (!match) {
    people.push(next);
    return 'CREATED';
  }
  const same = match.name === next.name && match.phone === next.phone && match.email === next.email;
  Object.assign(match, next);
  return same ? 'UNCHANGED' : 'UPDATED';
}

function mergePlainly(current: ModelPerson, incoming: ModelPerson, policy: DuplicatePolicy): ModelPerson {
  const pick = <T>(before: T | null, after: T | null): T | null =>
    policy === 'UPDATE' ? (after ?? before) : (before ?? after);
  return {
    name: policy === 'UPDATE' ? incoming.name : current.name,
    phone: pick(current.phone, incoming.phone),
    email: pick(current.email, incoming.email),
  };
}
