import {
  isStorable,
  type Json,
  type JsonObject,
  type RecordsContext,
  RowError,
  type RowFault,
} from '../../sdk/index.ts';
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
 * metadata as `other owner`. Throws RowError: INVALID_PHONE, INVALID_EMAIL, INVALID_TEXT, NO_CONTACT.
 */
export function contactsOfRow(values: ContactValues, context: Context): ContactFields[] {
  const faults: RowFault[] = [];
  const first = readPerson(primaryCells(values), context.options, faults, context.warn);
  const second = readPerson(secondaryCells(values), context.options, faults, context.warn);
  if (!isStorable(context.rest)) faults.push(UNSTORABLE);
  const [fault, ...others] = faults;
  if (fault !== undefined) throw new RowError(fault, ...others);
  return contactsOf(values, first, separate(first, second, context.options), context);
}

const UNSTORABLE: RowFault = {
  code: 'INVALID_TEXT',
  message: 'Take out the characters that no database keeps (NUL, half a surrogate pair).',
};

const NO_CONTACT: RowFault = {
  code: 'NO_CONTACT',
  message: 'Give a phone or an e-mail: the row has nobody who can be reached.',
};

function contactsOf(values: ContactValues, first: Person, second: Person, context: Context): ContactFields[] {
  const addresses = addressesOf(values);
  const work = { company: values.company || null, title: values.title || null };
  const { rest } = context;
  if (isReachable(first) && isReachable(second)) {
    return [
      contact(first, work, addresses, restOf(rest, /^secondary\b/i)),
      contact(second, NO_WORK, addresses, restOf(rest, /^primary\b/i)),
    ];
  }
  if (isReachable(first)) return [contact(first, work, addresses, { ...rest, ...beside(second, NO_WORK, context) })];
  if (!isReachable(second)) throw new RowError(NO_CONTACT);
  return [contact(second, NO_WORK, addresses, { ...rest, ...beside(first, work, context) })];
}

interface Work {
  readonly company: string | null;
  readonly title: string | null;
}

const NO_WORK: Work = { company: null, title: null };

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
  warn(
    'UNREACHABLE_PERSON',
    "Some rows name a second person without a phone or e-mail of their own, who was kept in the other's metadata.",
  );
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
