import type { DuplicatePolicy } from '../../server/sdk/importer.ts';
import { MOST_WITH_ONE_EMAIL } from './people.ts';

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
  readonly sharedEmail: 'CREATE' | 'FAIL' | null;
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
  const incoming = { name, phone, email };
  const found = findPlainly(people, incoming, rules);
  if (typeof found === 'string') return found;
  const [match] = found;
  if (match && rules.policy === 'SKIP') return 'SKIPPED';
  if (match && rules.policy === 'FAIL') return 'DUPLICATE';
  if (name === 'throws') return 'IMPORTER_ERROR';
  const next = match ? mergePlainly(match, incoming, rules.policy) : incoming;
  if (next.phone !== null && people.some((other) => other !== match && other.phone === next.phone))
    return 'DUPLICATE_VALUE';
  if (!match) {
    people.push(next);
    return 'CREATED';
  }
  const same = match.name === next.name && match.phone === next.phone && match.email === next.email;
  Object.assign(match, next);
  if (!same) return 'UPDATED';
  const offersMore =
    match.name !== name || (phone ?? match.phone) !== match.phone || (email ?? match.email) !== match.email;
  return offersMore ? 'SKIPPED' : 'UNCHANGED';
}

/** The one that the row is about, nobody, or why it fails. */
function findPlainly(people: readonly ModelPerson[], row: ModelPerson, rules: ModelRules): ModelPerson[] | string {
  const byPhone = people.filter((person) => row.phone !== null && person.phone === row.phone);
  const byEmail = people.filter((person) => row.email !== null && person.email === row.email);
  const isFitting = (person: ModelPerson) =>
    rules.sharedEmail === null ||
    [person.name === row.name, person.phone === null, row.phone === null, person.phone === row.phone].includes(true);
  const isCrowd = byEmail.length > MOST_WITH_ONE_EMAIL;
  const fitting = isCrowd ? [] : byEmail.filter(isFitting);
  const sure = fitting.filter((person) => rules.sharedEmail !== null && person.name === row.name);
  const own = sure.length > 0 ? sure : fitting;
  const isTurnedAway = fitting.length === 0 && byEmail.length > 0 && (rules.sharedEmail ?? 'FAIL') === 'FAIL';
  const [first, second] = rules.matchByEmail ? [own, byPhone] : row.phone === null ? [own, []] : [byPhone, []];
  const found = first.length > 0 ? first : second;
  if (found.length > 1) return 'AMBIGUOUS_MATCH';
  const usesEmail = rules.matchByEmail || row.phone === null;
  return found.length === 0 && usesEmail && isTurnedAway ? 'SHARED' : [...found];
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
