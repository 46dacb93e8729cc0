import { message } from '../../messages/catalogue.ts';
import { isStorable, type Json, type JsonObject, type RecordsContext, RowRejected } from '../../sdk/index.ts';
import type { ContactValues } from './fields.ts';
import { fullNameOf } from './names.ts';
import type { ContactOptions } from './options.ts';
import { type Person, readPerson } from './person.ts';
import { separate } from './separate.ts';
import type { ContactFields } from './store.ts';

type Context = RecordsContext<ContactOptions>;

/**
 * The contacts that a row tells of: the person, and the second one of a property owner's row, both with the row's
 * addresses. Only who has a phone or an e-mail of their own is a contact; a named person without goes into the other's
 * metadata as `other owner`. Throws RowRejected: INVALID_TEXT, and where nobody can be reached INVALID_PHONE,
 * INVALID_EMAIL or NO_CONTACT.
 */
export function contactsOfRow(values: ContactValues, context: Context): ContactFields[] {
  const first = withCompany(readPerson(primaryCells(values), context.options), values.company);
  const second = readPerson(secondaryCells(values), context.options);
  const isReached = isReachable(first) || isReachable(second);
  const errors = isReached ? [] : [...first.unusable, ...second.unusable];
  if (!isStorable(context.rest)) errors.push(UNSTORABLE);
  const [rowError, ...others] = errors;
  if (rowError !== undefined) throw new RowRejected(rowError, ...others);
  return contactsOf(values, first, separate(first, second, context.options), context);
}

/** The row's own company goes before one in the place of a name, which is kept. */
function withCompany(person: Person, company: string | null): Person {
  if (!company) return person;
  const isOther = person.company !== null && person.company !== company;
  return { ...person, company, notes: isOther ? [...person.notes, ['full name', person.company]] : person.notes };
}

const UNSTORABLE = message('INVALID_TEXT', { cause: message('UNSTORABLE') });

const NO_CONTACT = message('NO_CONTACT');

function contactsOf(values: ContactValues, first: Person, second: Person, context: Context): ContactFields[] {
  const addresses = addressesOf(values);
  const work = { company: first.company, title: values.title || null };
  const otherWork = { company: second.company, title: null };
  const { rest, warn } = context;
  if (isReachable(first) && isReachable(second)) {
    return [
      contact(first, work, addresses, { ...restOf(rest, /^secondary\b/i), ...unusableOf([first], warn) }),
      contact(second, otherWork, addresses, { ...restOf(rest, /^primary\b/i), ...unusableOf([second], warn) }),
    ];
  }
  const both = unusableOf([first, second], warn);
  if (isReachable(first)) {
    return [contact(first, work, addresses, { ...rest, ...both, ...beside(second, otherWork, context) })];
  }
  if (!isReachable(second)) throw new RowRejected(NO_CONTACT);
  return [contact(second, otherWork, addresses, { ...rest, ...both, ...beside(first, work, context) })];
}

const UNUSABLE = [
  { rowError: 'INVALID_PHONE', code: 'UNUSABLE_PHONE', kind: 'phones' },
  { rowError: 'INVALID_EMAIL', code: 'UNUSABLE_EMAIL', kind: 'emails' },
] as const;

/** What cannot be read beside what can: the row is imported, and it is kept as it came. */
function unusableOf(people: readonly Person[], warn: Context['warn']): JsonObject {
  const errors = people.flatMap(({ unusable }) => unusable);
  if (errors.length === 0) return {};
  const notes = UNUSABLE.flatMap(({ rowError, code, kind }) => {
    const values = errors.flatMap((found) =>
      found.code === rowError && found.value !== undefined ? [found.value] : [],
    );
    if (values.length === 0) return [];
    warn(message(code));
    return [[`unusable ${kind}`, values] as const];
  });
  return Object.fromEntries(notes);
}

interface Work {
  readonly company: string | null;
  readonly title: string | null;
}

function isReachable({ phone, email }: Person): boolean {
  return phone !== null || email !== null;
}

function contact(person: Person, work: Work, addresses: JsonObject, metadata: JsonObject): ContactFields {
  const { firstName, lastName, phone, email, notes } = person;
  const all = notes.length === 0 ? metadata : { ...metadata, ...Object.fromEntries(notes) };
  return { firstName, lastName, phone, email, company: work.company, title: work.title, addresses, metadata: all };
}

/** What a contact's metadata says of the row's other person, who cannot be reached. */
function beside(person: Person, { title, company }: Work, { warn }: Context): JsonObject {
  const name = [fullNameOf(person), title, company].filter((part) => part !== null).join(', ');
  if (name === '') return {};
  warn(message('UNREACHABLE_PERSON'));
  return { 'other owner': name };
}

/** The columns that no field takes, without those that are plainly the other person's. */
function restOf(rest: JsonObject, others: RegExp): JsonObject {
  const entries = Object.entries(rest);
  const own = entries.filter(([column]) => !others.test(column));
  return own.length === entries.length ? rest : Object.fromEntries(own);
}

function addressesOf(values: ContactValues): JsonObject {
  const addresses: { [kind: string]: JsonObject } = {};
  for (const [kind, parts] of ADDRESSES) {
    const address: { [part: string]: Json } = {};
    let isEmpty = true;
    for (const [part, field] of parts) {
      const value = values[field];
      if (!value) continue;
      address[part] = value;
      isEmpty = false;
    }
    if (!isEmpty) addresses[kind] = address;
  }
  return addresses;
}

const ADDRESSES = [
  [
    'main',
    [
      ['street', 'street'],
      ['street2', 'street2'],
      ['city', 'city'],
      ['region', 'region'],
      ['postalCode', 'postalCode'],
      ['country', 'country'],
    ],
  ],
  [
    'property',
    [
      ['street', 'propertyStreet'],
      ['city', 'propertyCity'],
      ['region', 'propertyRegion'],
      ['postalCode', 'propertyPostalCode'],
      ['country', 'propertyCountry'],
    ],
  ],
  [
    'mailing',
    [
      ['street', 'mailingStreet'],
      ['street2', 'mailingStreet2'],
      ['city', 'mailingCity'],
      ['region', 'mailingRegion'],
      ['postalCode', 'mailingPostalCode'],
      ['country', 'mailingCountry'],
    ],
  ],
] as const;

function primaryCells(values: ContactValues) {
  return {
    firstName: values.firstName,
    lastName: values.lastName,
    fullName: values.fullName,
    phones: [
      ['phone', values.phone],
      ['phone2', values.phone2],
      ['phone3', values.phone3],
    ],
    emails: [
      ['email', values.email],
      ['email2', values.email2],
      ['email3', values.email3],
    ],
  } as const;
}

function secondaryCells(values: ContactValues) {
  return {
    firstName: values.secondaryFirstName,
    lastName: values.secondaryLastName,
    fullName: values.secondaryFullName,
    phones: [
      ['secondaryPhone', values.secondaryPhone],
      ['secondaryPhone2', values.secondaryPhone2],
    ],
    emails: [
      ['secondaryEmail', values.secondaryEmail],
      ['secondaryEmail2', values.secondaryEmail2],
    ],
  } as const;
}
