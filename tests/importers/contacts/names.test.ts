import { expect, test } from 'vitest';
import { splitFullName } from '../../../server/importers/contacts/names.ts';
import { contactsOf } from './rows.ts';

test.each([
  ['Ann Lee', 'Ann', 'Lee'],
  ['Margaret E  Enoch', 'Margaret E', 'Enoch'],
  ['Lee, Ann Marie', 'Ann Marie', 'Lee'],
  ['John Smith Jr.', 'John', 'Smith Jr.'],
  ['John Smith, Jr', 'John', 'Smith Jr'],
  ['Anton van Beek III', 'Anton van', 'Beek III'],
  ['Madonna', 'Madonna', null],
  ['Smith Jr', 'Smith', 'Jr'],
  ['Lee,', 'Lee', null],
  ['Jane Doe, RN', 'Jane', 'Doe RN'],
  ['Jane Doe, M.D.', 'Jane', 'Doe M.D.'],
  ['Jane Doe, RN, BSN', 'Jane', 'Doe RN BSN'],
  ['Jane Doe, MBA PhD', 'Jane', 'Doe MBA PhD'],
  ['Jane Doe M.D.', 'Jane', 'Doe M.D.'],
  ['Doe, Jane, RN', 'Jane', 'Doe, RN'],
  ['Doe, RN', null, 'Doe RN'],
  ['Doe, rn', null, 'Doe rn'],
  ['DOE, RN', null, 'DOE RN'],
  ['Doe, M.D.', null, 'Doe M.D.'],
  ['Doe, DO', null, 'Doe DO'],
  ['DOE, D.O.', null, 'DOE D.O.'],
  ['Doe, Ph.D.', null, 'Doe Ph.D.'],
  ['Doe, MBA, CPA', null, 'Doe MBA CPA'],
  ['Smith, Jr', null, 'Smith Jr'],
  ['Jane Doe, rn', 'Jane', 'Doe rn'],
  ['Jane Doe, PA', 'Jane', 'Doe PA'],
  ['Nguyen, Do', 'Do', 'Nguyen'],
  ['NGUYEN, DO', 'DO', 'NGUYEN'],
  ['Lee, Edd', 'Edd', 'Lee'],
  ['Van Beek, Jo', 'Jo', 'Van Beek'],
  ['Ann Ma', 'Ann', 'Ma'],
])('%s is first name %s, last name %s', (fullName, firstName, lastName) => {
  expect(splitFullName(fullName)).toEqual({ firstName, lastName });
});

test.each([
  ...[
    'Acme, Inc.',
    'Acme Inc',
    'Acme, LLC',
    'Acme, L.L.C.',
    'Smith & Co.',
    'Smith & Jones, PC',
    'Acme, Pty Ltd',
    'Volvo AB',
  ],
  ...[
    'Fisch GmbH',
    'Fisch GmbH & Co. KG',
    'Fisch e.K.',
    'Acme, S.A. de C.V.',
    'Acme Sp. z o.o.',
    'Acme A/S',
    'Acme, S.r.l.',
  ],
])('%s is a company and nobody', (fullName) => {
  const [contact] = contactsOf({ Name: fullName, phone: '+14155550134' });
  expect(contact).toMatchObject({ firstName: null, lastName: null, company: fullName });
});

test('a company in the column of names does not replace the one of the row', () => {
  const [contact] = contactsOf({ Name: 'Acme, Inc.', Company: 'Other', phone: '+14155550134' });
  expect(contact).toMatchObject({ company: 'Other', metadata: { 'full name': 'Acme, Inc.' } });
});

test.each([
  [{ Name: 'Ann', Surname: 'One' }, 'Ann', 'One'],
  [{ Vorname: 'Ann', Name: 'One' }, 'Ann', 'One'],
  [{ Name: 'Ann One', Surname: 'One' }, 'Ann', 'One'],
  [{ Name: 'One', 'First name': 'Ann' }, 'Ann', 'One'],
])('%o is one person of two names', (cells, firstName, lastName) => {
  const [contact] = contactsOf({ ...cells, phone: '+14155550134' });
  expect(contact).toMatchObject({ firstName, lastName, metadata: {} });
});

test('a full name is split only where there is no first or last name, and kept where it says more', () => {
  const phone = '+14155550134';
  expect(contactsOf({ Name: 'Ann Lee', phone })[0]).toMatchObject({ firstName: 'Ann', lastName: 'Lee', metadata: {} });
  expect(contactsOf({ Name: 'Ann Lee', first: 'Ann', last: 'Lee', phone })[0]?.metadata).toEqual({});
  expect(contactsOf({ Name: 'Dr. Ann Lee', first: 'Ann', last: 'Lee', phone })[0]?.metadata).toEqual({
    'full name': 'Dr. Ann Lee',
  });
});
