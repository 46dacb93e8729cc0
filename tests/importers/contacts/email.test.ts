import { expect, test } from 'vitest';
import { contactsOf, prepareRow } from './rows.ts';

test.each([
  ['Nea Nord <nea@x.example>', { email: 'nea@x.example', firstName: 'Nea', lastName: 'Nord' }],
  ['"Nord, Nea" <NEA@x.example>', { email: 'nea@x.example', firstName: 'Nea', lastName: 'Nord' }],
  ['<nea@x.example>', { email: 'nea@x.example', firstName: null }],
  ['mailto:a@x.example', { email: 'a@x.example' }],
  ['MAILTO:a@x.example?subject=Hello', { email: 'a@x.example' }],
  ['a@x.example; b@x.example', { email: 'a@x.example', metadata: { 'other emails': ['b@x.example'] } }],
  ['a@x.example, b@x.example', { email: 'a@x.example', metadata: { 'other emails': ['b@x.example'] } }],
  ['a@x.example b@x.example', { email: 'a@x.example', metadata: { 'other emails': ['b@x.example'] } }],
  ['a@x.example\nB <b@x.example>', { email: 'a@x.example', metadata: { 'other emails': ['b@x.example'] } }],
  ['a@x.example; none', { email: 'a@x.example', metadata: { 'unusable emails': ['none'] } }],
])('an e-mail cell of %s', (cell, expected) => {
  expect(contactsOf({ Email: cell })[0]).toMatchObject(expected);
});

test('the name of an address goes behind that of the row', () => {
  const [contact] = contactsOf({ 'First Name': 'Ann', Email: 'Nea Nord <nea@x.example>' });
  expect(contact).toMatchObject({ firstName: 'Ann', lastName: null, email: 'nea@x.example' });
});

test.each(['nea(at)x.example', 'Nea <nea>', 'a b@x.example', 'call me'])('%s is no e-mail address', (cell) => {
  expect(prepareRow({ Email: cell }).errors).toMatchObject([{ code: 'INVALID_EMAIL', value: cell }]);
});
