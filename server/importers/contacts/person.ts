import type { Message } from '../../messages/message.ts';
import { invalidEmail, type Json, type RowError } from '../../sdk/index.ts';
import { isCompanyName } from './companyNames.ts';
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
  /** The full name, where it is a company's and so nobody's. */
  readonly company: string | null;
  /** For the metadata: what has no place of its own. */
  readonly notes: readonly (readonly [string, Json])[];
  /** Phones and e-mails that are none: of a row that reaches nobody its faults. */
  readonly unusable: readonly RowError[];
}

/** A person's cells, each with the name of its field. */
export interface PersonCells {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly fullName: string | null;
  readonly phones: readonly (readonly [string, PhoneCell | null])[];
  readonly emails: readonly (readonly [string, EmailCell | null])[];
}

/**
 * Makes a person of cells. The first valid phone and the first valid e-mail are the person's, other valid ones are kept
 * beside.
 */
export function readPerson(cells: PersonCells, options: ContactOptions): Person {
  if (isEmptyPerson(cells)) return EMPTY_PERSON;
  const notes: [string, Json][] = [];
  const name = nameOf(cells, notes);
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
  const unusable = [
    ...errorsOf(cells.phones, invalidPhone(regionOf(options))),
    ...errorsOf(cells.emails, invalidEmail()),
  ];
  return { ...name, phone: phone?.e164 ?? null, email: email ?? null, notes, unusable };
}

const EMPTY_PERSON: Person = {
  ...{ firstName: null, lastName: null, phone: null, email: null, company: null },
  ...{ notes: [], unusable: [] },
};

/** Most rows have no second person. */
function isEmptyPerson({ firstName, lastName, fullName, phones, emails }: PersonCells): boolean {
  if (firstName || lastName || fullName) return false;
  return phones.every(([, cell]) => cell === null) && emails.every(([, cell]) => cell === null);
}

type Named = Pick<Person, 'firstName' | 'lastName' | 'company'>;

function nameOf(cells: PersonCells, notes: [string, Json][]): Named {
  const lastName = withoutName(cells.lastName, cells.firstName, 'before');
  const firstName = withoutName(cells.firstName, cells.lastName, 'behind');
  const company = null;
  const isUnnamed = firstName === null && lastName === null;
  // The name that an address came with says who it is where nothing else does.
  const fullName = cells.fullName || (isUnnamed ? cells.emails.find(([, cell]) => cell?.name)?.[1]?.name : null);
  if (!fullName) return { firstName, lastName, company };
  if (isUnnamed && isCompanyName(fullName)) return { firstName, lastName, company: fullName };
  if (isUnnamed) return { ...splitFullName(fullName), company };
  if (fullName !== fullNameOf({ firstName, lastName })) notes.push(['full name', fullName]);
  return { firstName, lastName, company };
}

/** A column "Name" beside one of last names may hold "Ann Lee" as well as "Ann". */
function withoutName(name: string | null, other: string | null, side: 'before' | 'behind'): string | null {
  if (!name || !other) return name || null;
  if (side === 'behind') return name.endsWith(` ${other}`) ? name.slice(0, -other.length).trim() : name;
  return name.startsWith(`${other} `) ? name.slice(other.length).trim() : name;
}

function errorsOf(
  cells: readonly (readonly [string, { readonly invalid: readonly string[] } | null])[],
  reason: Message,
): RowError[] {
  return cells.flatMap(([field, cell]) => (cell?.invalid ?? []).map((value) => ({ ...reason, field, value })));
}

function withExtension({ e164, extension }: { e164: string; extension: string | null }): string {
  return extension === null ? e164 : `${e164} ext. ${extension}`;
}

function distinctBy<T>(values: readonly T[], key: (value: T) => string): T[] {
  if (values.length < 2) return [...values];
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
}
