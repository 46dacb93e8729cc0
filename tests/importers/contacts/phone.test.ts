import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
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
  const { inputs, errors } = prepareRow({ 'First name': 'Ann', 'Phone number': '12345', Email: '' });
  expect(inputs).toEqual([]);
  expect(errors).toEqual([
    {
      code: 'INVALID_PHONE',
      params: { region: 'US', prefix: '1' },
      field: 'phone',
      column: 'Phone number',
      value: '12345',
    },
  ]);
});

test('a bad phone beside a good e-mail costs no row: it is kept, and warned of', () => {
  const row = { Phone: '12345', Email: 'ann@example.com' };
  expect(contactsOf(row)[0]).toMatchObject({ phone: null, metadata: { 'unusable phones': ['12345'] } });
  expect(prepareRow(row).warnings.map(({ code }) => code)).toEqual(['UNUSABLE_PHONE']);
  expect(contactsOf({ Phone: '(617) 555-0106', Email: 'ann' })[0]).toMatchObject({
    email: null,
    metadata: { 'unusable emails': ['ann'] },
  });
});

test('a row with several faults tells them all', () => {
  const { errors } = prepareRow({ phone: '12345', email: 'nobody', 'Secondary Phone': 'x' });
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([
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
  expect(() => contactsOf({ phone: '1' }, { defaultRegion: 'ZZ' })).toThrow('OPTION_REGION_PHONES');
});

describe('a number that is none as it is written', () => {
  test.each([
    ['15112345678.0', 'DE', '+4915112345678'],
    ['6175550106.00', 'US', '+16175550106'],
    ['491602229999', 'DE', '+491602229999'],
    ['4921123456', 'DE', '+494921123456'],
    ['447911123456', 'GB', '+447911123456'],
    ['1-800-FLOWERS', 'US', '+18003569377'],
    ['1-800-GO-FEDEX', 'US', '+18004633339'],
    ['(800) 555-TALK', 'US', '+18005558255'],
  ] as const)('%s in %s is read as %s', (text, region, e164) => {
    expect(readPhone(text, region)).toEqual({ e164, extension: null });
  });

  test.each([
    ['6175550106.5', 'US'],
    ['1.51123456E+10', 'DE'],
    ['1234567890123456', 'DE'],
    ['61755501066175550107', 'US'],
    ['+49 30 1234567890123456', 'DE'],
  ] as const)('%s in %s is no phone number', (text, region) => {
    expect(readPhone(text, region)).toBeNull();
  });
});

describe('several numbers in a cell', () => {
  test.each([
    ['6175550106;6175550107', 'US', ['+16175550106', '+16175550107'], undefined],
    ['617-555-0106, 617-555-0107', 'US', ['+16175550106', '+16175550107'], undefined],
    ['617 555 0106 or 617 555 0107', 'US', ['+16175550106', '+16175550107'], undefined],
    ['617 555 0106 / 12', 'US', ['+16175550106'], ['12']],
    ['030 123456 / 5678', 'DE', ['+4930123456', '+49305678'], undefined],
    ['030 / 123456', 'DE', ['+4930123456'], undefined],
    ['n/a; 6175550107', 'US', ['+16175550107'], ['n/a']],
  ] as const)('%s in %s', (cell, defaultRegion, phones, unusable) => {
    const [contact] = contactsOf({ phone: cell }, { defaultRegion });
    const [first, ...others] = phones;
    expect(contact?.phone).toBe(first);
    expect(contact?.metadata['other phones'] ?? []).toEqual(others);
    expect(contact?.metadata['unusable phones']).toEqual(unusable);
  });

  test.each(['617-555-0106, ext. 12', '6175550106;ext=12', '617 555 0106 x12'])(
    '%s is one with an extension',
    (cell) => {
      expect(contactsOf({ phone: cell })[0]).toMatchObject({
        phone: '+16175550106',
        metadata: { 'phone extension': '12' },
      });
    },
  );
});
