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
])('%s is first name %s, last name %s', (fullName, firstName, lastName) => {
  expect(splitFullName(fullName)).toEqual({ firstName, lastName });
});

test('a full name is split only where there is no first or last name, and kept where it says more', () => {
  const phone = '+14155550134';
  expect(contactsOf({ Name: 'Ann Lee', phone })[0]).toMatchObject({ firstName: 'Ann', lastName: 'Lee', metadata: {} });
  expect(contactsOf({ Name: 'Ann Lee', first: 'Ann', last: 'Lee', phone })[0]?.metadata).toEqual({});
  expect(contactsOf({ Name: 'Dr. Ann Lee', first: 'Ann', last: 'Lee', phone })[0]?.metadata).toEqual({
    'full name': 'Dr. Ann Lee',
  });
});
