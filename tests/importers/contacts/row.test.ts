import { describe, expect, test } from 'vitest';
import { contactsOf, prepareRow } from './rows.ts';

const property = {
  Address: '12 Elm St',
  City: 'Graham',
  ZIP: '27253',
  'Mail Address': 'PO Box 7',
  'Mail City': 'Elon',
  'Mail State': 'NC',
  'Est Value': '858000',
};
const primary = {
  'Primary Name': 'Ann Lee',
  'Primary Mobile Phone1': '(415) 555-0134',
  'Primary Email1': 'ann@example.com',
};
const secondary = {
  'Secondary Name': 'Bob Lee',
  'Secondary Mobile Phone1': '(415) 555-0135',
  'Secondary Email1': 'bob@example.com',
};
const owners = { ...property, ...primary, ...secondary };

test('a contact has its fields, its address and, as metadata, every other column that says something', () => {
  const row = { First: 'Ann', Last: 'Lee', Phone: '415 555 0134', 'Job title': 'CEO', Company: 'Acme' };
  const rest = { City: ' Rome ', Notes: ' as it came ', Blank: '  ', 'Customer No': '007' };
  expect(contactsOf({ ...row, ...rest })).toEqual([
    {
      firstName: 'Ann',
      lastName: 'Lee',
      phone: '+14155550134',
      email: null,
      company: 'Acme',
      title: 'CEO',
      addresses: { main: { city: 'Rome' } },
      metadata: { Notes: ' as it came ', 'Customer No': '007' },
    },
  ]);
});

describe("a property owner's row", () => {
  test('makes two contacts, both with the addresses, each with the columns of its own', () => {
    const both = contactsOf({ ...owners, 'Primary Email 1 Status': 'Active', 'Secondary Email1 Hash': 'f00' });
    const addresses = {
      property: { street: '12 Elm St', city: 'Graham', postalCode: '27253' },
      mailing: { street: 'PO Box 7', city: 'Elon', region: 'NC' },
    };
    expect(both).toMatchObject([
      { firstName: 'Ann', phone: '+14155550134', email: 'ann@example.com', addresses },
      { firstName: 'Bob', phone: '+14155550135', email: 'bob@example.com', addresses },
    ]);
    expect(both.map(({ metadata }) => metadata)).toEqual([
      { 'Est Value': '858000', 'Primary Email 1 Status': 'Active' },
      { 'Est Value': '858000', 'Secondary Email1 Hash': 'f00' },
    ]);
  });

  test.each([
    ['second', { ...owners, 'Secondary Mobile Phone1': '', 'Secondary Email1': '' }, 'Ann', 'Bob Lee'],
    ['first', { ...owners, 'Primary Mobile Phone1': '', 'Primary Email1': '' }, 'Bob', 'Ann Lee'],
  ])('a named %s person whom nothing reaches is kept with the other, and warned of', (_, row, firstName, other) => {
    const { inputs, warnings } = prepareRow(row);
    expect(inputs).toMatchObject([{ firstName, metadata: { 'other owner': other } }]);
    expect(warnings.map(({ code }) => code)).toEqual(['UNREACHABLE_PERSON']);
  });

  test('a second person alone is a contact, and nobody is missed', () => {
    const { inputs, warnings } = prepareRow({ ...property, ...secondary, 'Primary Name': '', 'Primary Email1': '' });
    expect(inputs).toMatchObject([{ firstName: 'Bob', phone: '+14155550135' }]);
    expect(warnings).toEqual([]);
  });

  test('an invalid phone of the second person is kept with them, or with the first if nothing else reaches them', () => {
    const row = { ...owners, 'Secondary Mobile Phone1': '12' };
    const unusable = { 'unusable phones': ['12'] };
    expect(contactsOf(row)).toMatchObject([
      { firstName: 'Ann' },
      { firstName: 'Bob', phone: null, metadata: unusable },
    ]);
    expect(contactsOf(row)[0]?.metadata).not.toMatchObject(unusable);
    const { inputs, warnings } = prepareRow({ ...row, 'Secondary Email1': '' });
    expect(inputs).toMatchObject([{ firstName: 'Ann', metadata: { ...unusable, 'other owner': 'Bob Lee' } }]);
    expect(warnings.map(({ code }) => code)).toEqual(['UNUSABLE_PHONE', 'UNREACHABLE_PERSON']);
  });

  test('faults of a row that reaches nobody name their cells', () => {
    const none = { 'Primary Mobile Phone1': '', 'Primary Email1': '', 'Secondary Email1': '' };
    expect(prepareRow({ ...owners, ...none, 'Secondary Mobile Phone1': '12' }).errors).toMatchObject([
      { code: 'INVALID_PHONE', field: 'secondaryPhone', column: 'Secondary Mobile Phone1' },
    ]);
  });
});

describe('two people of a row never become one record', () => {
  const shared = { phone: primary['Primary Mobile Phone1'], email: primary['Primary Email1'] };

  test('a shared phone stays with the first', () => {
    expect(contactsOf({ ...owners, 'Secondary Mobile Phone1': shared.phone })).toMatchObject([
      { firstName: 'Ann', phone: '+14155550134' },
      { firstName: 'Bob', phone: null, email: 'bob@example.com' },
    ]);
  });

  test('a second person who shares everything is kept in the metadata of the first', () => {
    const row = { ...owners, 'Secondary Mobile Phone1': shared.phone, 'Secondary Email1': shared.email };
    expect(contactsOf(row)).toMatchObject([{ firstName: 'Ann', metadata: { 'other owner': 'Bob Lee' } }]);
  });

  test('a shared e-mail is kept by both where nobody is found by it', () => {
    const row = { ...owners, 'Secondary Email1': shared.email };
    const byPhone = contactsOf(row, { matchBy: 'PHONE' });
    expect(byPhone.map(({ email }) => email)).toEqual([shared.email, shared.email]);
    expect(contactsOf(row).map(({ email }) => email)).toEqual([shared.email, null]);
    expect(contactsOf(row, { matchBy: 'EMAIL' }).map(({ email }) => email)).toEqual([shared.email, null]);
    expect(contactsOf(row, { matchBy: 'PHONE_THEN_EMAIL' }).map(({ email }) => email)).toEqual([shared.email, null]);
    const firstByEmail = contactsOf({ ...row, 'Primary Mobile Phone1': '' });
    expect(firstByEmail.map(({ email }) => email)).toEqual([shared.email, null]);
  });
});

test.each([
  ['nothing at all', { Phone: '', Email: '' }],
  ['a name only', { Name: 'Ann Lee' }],
  ['two names', { ...property, 'Primary Name': 'Ann', 'Primary Email1': '', 'Secondary Name': 'Bob' }],
])('a row with %s fails with NO_CONTACT', (_, row) => {
  expect(prepareRow({ ...row }).errors).toMatchObject([{ code: 'NO_CONTACT' }]);
});

test('half a surrogate pair in a column of the metadata fails its row, not its chunk', () => {
  expect(prepareRow({ Phone: '+14155550134', Notes: 'a\ud800' }).errors).toMatchObject([{ code: 'INVALID_TEXT' }]);
});
