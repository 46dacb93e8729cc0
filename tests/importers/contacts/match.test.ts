import { expect, test } from 'vitest';
import { contacts } from '../../../server/importers/contacts/index.ts';
import { contactsOf } from './rows.ts';

const both = { phone: '+14155550134', email: 'ann@example.com' };

function keysOf(row: { phone?: string; email?: string }, matchBy?: string): string[] {
  const options = contacts.options.parse(matchBy === undefined ? {} : { matchBy });
  const keys = contactsOf(row).flatMap((contact) => contacts.matchKeys(contact, options).map(({ key }) => key));
  return keys.filter((key) => key !== 'phoneAndName');
}

test.each([
  [undefined, ['email', 'phone']],
  ['PHONE', ['phone']],
  ['EMAIL', ['email']],
  ['PHONE_THEN_EMAIL', ['phone', 'email']],
  ['EMAIL_THEN_PHONE', ['email', 'phone']],
])('matchBy %s finds a contact by %s', (matchBy, keys) => {
  expect(keysOf(both, matchBy)).toEqual(keys);
});

test('a row without the one is found by the other', () => {
  expect(keysOf({ email: both.email })).toEqual(['email']);
  expect(keysOf({ phone: both.phone }, 'EMAIL')).toEqual(['phone']);
});

test('ENRICH is what happens unasked, and fills only what is empty', () => {
  expect(contacts.duplicatePolicies[0]).toBe('ENRICH');
  const options = contacts.options.parse({});
  const [before] = contactsOf({ ...both, first: 'Ann', city: 'Rome', Tag: 'a' });
  const [row] = contactsOf({ ...both, first: 'Anna', last: 'Lee', city: 'Pisa', state: 'LZ', Tag: 'b', Score: '7' });
  if (before === undefined || row === undefined) throw new Error('Each row is one contact.');
  expect(contacts.merge(before, row, 'ENRICH', options)).toEqual({
    ...before,
    lastName: 'Lee',
    addresses: { main: { city: 'Rome', region: 'LZ' } },
    metadata: { Tag: 'a', Score: '7' },
  });
  expect(contacts.merge(before, row, 'UPDATE', options)).toEqual({
    ...before,
    firstName: 'Anna',
    lastName: 'Lee',
    addresses: { main: { city: 'Pisa', region: 'LZ' } },
    metadata: { Tag: 'b', Score: '7' },
  });
});
