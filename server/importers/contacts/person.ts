import { invalidEmail, type Json, type RowFault } from '../../sdk/index.ts';
import type { EmailCell } from './email.ts';
import { fullNameOf, splitFullName } from './names.ts';
import type { ContactOptions } from './options.ts';
import { invalidPhone, type PhoneCell, regionOf } from './phone.ts';

/** Somebody a row tells of. Reachable by the first good phone and e-mail; what else there is, is in `notes`. */
export interface Person {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** For the metadata: what has no place of its own. */
  readonly notes: readonly (readonly [string, Json])[];
}

/** A person's cells, each with the name of its field. */
export interface PersonCells {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly fullName: string | null;
  readonly phones: readonly (readonly [string, PhoneCell | null])[];
  readonly emails: readonly (readonly [string, EmailCell | null])[];
}

export type Warn = (code: string, message: string) => void;

/**
 * Makes a person of cells. The first valid phone and the first valid e-mail are the person's, the other valid ones are
 * kept beside. Where none of several is valid, each invalid one is a fault; where one is, the invalid ones are kept too
 * and warned of, since the row has what it needs.
 */
export function readPerson(cells: PersonCells, options: ContactOptions, faults: RowFault[], warn: Warn): Person {
  if (isNobody(cells)) return NOBODY;
  const notes: [string, Json][] = [];
  const { firstName, lastName } = nameOf(cells, notes);
  const [phone, ...phones] = distinctBy(
    cells.phones.flatMap(([, cell]) => cell?.valid ?? []),
    ({ e164 }) => e164,
  );
  const [email, ...emails] = distinctBy(
    cells.emails.flatMap(([, cell]) => cell?.valid ?? []),
    (value) => value,
  );
  if (phone?.extension) notes.push(['phone extension', phone.extension]);
  if (phones.length > 0) notes.push(['other phones', phones.map(withExtension)]);
  if (emails.length > 0) notes.push(['other emails', emails]);
  treatInvalid(cells.phones, phone !== undefined, 'phones', notes, warn, (field, value) =>
    faults.push({ code: 'INVALID_PHONE', field, value, message: invalidPhone(regionOf(options)) }),
  );
  treatInvalid(cells.emails, email !== undefined, 'emails', notes, warn, (field, value) =>
    faults.push({ code: 'INVALID_EMAIL', field, value, message: invalidEmail().message }),
  );
  return { firstName, lastName, phone: phone?.e164 ?? null, email: email ?? null, notes };
}

const NOBODY: Person = { firstName: null, lastName: null, phone: null, email: null, notes: [] };

/** Most rows have no second person. */
function isNobody({ firstName, lastName, fullName, phones, emails }: PersonCells): boolean {
  if (firstName || lastName || fullName) return false;
  return phones.every(([, cell]) => cell === null) && emails.every(([, cell]) => cell === null);
}

function nameOf(cells: PersonCells, notes: [string, Json][]): Pick<Person, 'firstName' | 'lastName'> {
  const firstName = cells.firstName || null;
  const lastName = cells.lastName || null;
  if (!cells.fullName) return { firstName, lastName };
  if (firstName === null && lastName === null) return splitFullName(cells.fullName);
  if (cells.fullName !== fullNameOf({ firstName, lastName })) notes.push(['full name', cells.fullName]);
  return { firstName, lastName };
}

function treatInvalid(
  cells: readonly (readonly [string, { readonly invalid: readonly string[] } | null])[],
  hasValid: boolean,
  kind: 'phones' | 'emails',
  notes: [string, Json][],
  warn: Warn,
  fault: (field: string, value: string) => void,
): void {
  const kept: string[] = [];
  for (const [field, cell] of cells) {
    for (const value of cell?.invalid ?? []) {
      if (hasValid) kept.push(value);
      else fault(field, value);
    }
  }
  if (kept.length === 0) return;
  notes.push([`unusable ${kind}`, kept]);
  const code = kind === 'phones' ? 'UNUSABLE_PHONE' : 'UNUSABLE_EMAIL';
  warn(code, `Rows with a good one had other ${kind} that are none; they were kept in the contact's metadata.`);
}

function withExtension({ e164, extension }: { e164: string; extension: string | null }): string {
  return extension === null ? e164 : `${e164} ext. ${extension}`;
}

function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  if (values.length < 2) return [...values];
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
}
