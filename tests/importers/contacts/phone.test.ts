import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { readPhone } from '../../../server/importers/contacts/phone.ts';
import { contactsOf, prepareRow } from './rows.ts';

test.each([
  ['(415) 555-0134', 'US', '+14155550134'],
  ['415.555.0134', 'US', '+14155550134'],
  ['4155550134', 'CA', '+14155550134'],
  ['1-415-555-0134', 'US', '+14155550134'],
  ['+1 415 555 0134', 'DE', '+14155550134'],
  ['030 123456', 'DE', '+4930123456'],
  ['+44 20 7946 0018', 'US', '+442079460018'],
  ['011 44 20 7946 0018', 'US', '+442079460018'],
  ['tel:+44-20-7946-0018', 'US', '+442079460018'],
  ['\u202a+1 (415) 555-0134\u202c', 'US', '+14155550134'],
] as const)('%s in %s is %s', (text, region, e164) => {
  expect(readPhone(text, region)).toEqual({ e164, extension: null });
});

test.each([
  ['12345', 'US'],
  ['555-0134', 'US'],
  ['(000) 555-0134', 'US'],
  ['(555) 123-4567', 'US'],
  ['415 555 0134', 'FR'],
  ['call 415 555 0134', 'US'],
  ['n/a', 'US'],
] as const)('%s in %s is no phone number', (text, region) => {
  expect(readPhone(text, region)).toBeNull();
});

test('an extension is kept apart from the number', () => {
  expect(readPhone('415-555-0134 x371', 'US')).toEqual({ e164: '+14155550134', extension: '371' });
  const [contact] = contactsOf({ phone: '+1 (415) 555-0134 ext. 12' });
  expect(contact).toMatchObject({ phone: '+14155550134', metadata: { 'phone extension': '12' } });
});

/** The memo for +1 must never say other than the library, or a number would be valid on one day and not on the next. */
test('every area code of +1 is judged as the library judges it', () => {
  const wrong: string[] = [];
  for (let prefix = 2000; prefix < 10_000; prefix++) {
    for (const tail of ['000000', '119999', '555012']) {
      const national = `${prefix}${tail}`;
      const byLibrary = parsePhoneNumberFromString(national, { defaultCountry: 'US', extract: false });
      const expected = byLibrary?.isValid() === true ? `+1${national}` : undefined;
      const written = `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`;
      if (readPhone(written, 'US')?.e164 !== expected) wrong.push(written);
    }
  }
  expect(wrong).toEqual([]);
});

test('an invalid phone fails the row with field, column, value and what to do', () => {
  const { inputs, faults } = prepareRow({ 'First name': 'Ann', 'Phone number': '12345', Email: 'ann@example.com' });
  expect(inputs).toEqual([]);
  expect(faults).toEqual([
    {
      code: 'INVALID_PHONE',
      field: 'phone',
      column: 'Phone number',
      value: '12345',
      message: expect.stringContaining('country code (+1 ...)'),
    },
  ]);
});

test('a row with several faults tells them all', () => {
  const { faults } = prepareRow({ phone: '12345', email: 'nobody', 'Secondary Phone': 'x' });
  expect(faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'INVALID_PHONE phone',
    'INVALID_EMAIL email',
    'INVALID_PHONE secondaryPhone',
  ]);
});

test('of several phones the first good one counts; the others are kept, and a bad one among them is warned of', () => {
  const row = { phone: 'none', 'Phone 2': '(415) 555-0134', 'Phone 3': '(415) 555-0135 x9', email: 'ann@example.com' };
  expect(contactsOf(row)[0]).toMatchObject({
    phone: '+14155550134',
    metadata: { 'other phones': ['+14155550135 ext. 9'], 'unusable phones': ['none'] },
  });
  expect(prepareRow(row).warnings.map(({ code }) => code)).toEqual(['UNUSABLE_PHONE']);
});

test('the default region is an option, and one without phone numbers is refused', () => {
  expect(contactsOf({ phone: '020 7946 0018' }, { defaultRegion: 'GB' })[0]?.phone).toBe('+442079460018');
  expect(() => contactsOf({ phone: '1' }, { defaultRegion: 'ZZ' })).toThrow('region');
});
