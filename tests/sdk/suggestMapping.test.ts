import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestMapping, text } from '../../server/sdk/index.ts';

const importer = {
  fields: {
    firstName: text({ label: 'First name', aliases: ['given name'] }),
    email: text({ label: 'E-mail', aliases: ['email address', 'work email'] }),
    city: text({ label: 'City', aliases: ['town'] }),
    country: text({ label: 'Country' }),
  },
  catchAll: 'metadata',
  formats: [
    { name: 'Wide', signature: ['Given', 'Postbox'], mapping: { Given: 'firstName', Postbox: 'email', Noise: null } },
    { name: 'Wider', signature: ['Given', 'Postbox', 'Place'], mapping: { Given: 'firstName', Place: 'city' } },
    { name: 'Bare', signature: ['Who', 'Where'], exact: true, mapping: { Who: 'firstName', Where: 'city' } },
  ],
};

const fieldsOf = (columns: string[]) => suggestMapping(importer, columns).mapping.map(({ field }) => field);

describe('names', () => {
  test('case, spaces, punctuation and accents do not count', () => {
    expect(fieldsOf(['FIRST_NAME', 'e mail', 'Çity'])).toEqual(['firstName', 'email', 'city']);
    expect(fieldsOf(['givenName', 'EmailAddress*'])).toEqual(['firstName', 'email']);
  });

  test('an exact match beats a close one, and a name beats an alias', () => {
    const { mapping } = suggestMapping(importer, ['Customer e-mail', 'Work Email', 'Email']);
    expect(mapping.map(({ field }) => field)).toEqual(['metadata', 'metadata', 'email']);
    const [close, exact] = suggestMapping(importer, ['Customer e-mail', 'Town']).mapping;
    expect(close?.field).toBe('email');
    expect(close?.confidence).toBeLessThan(exact?.confidence ?? 0);
  });

  test('a typing error in a long name is forgiven, another word is not', () => {
    expect(fieldsOf(['Frist name', 'Emial address'])).toEqual(['firstName', 'email']);
    expect(fieldsOf(['County', 'E-mail status', 'Email opt-in', '', '#'])).toEqual(Array(5).fill('metadata'));
  });

  test('without a catch-all what means nothing is ignored', () => {
    expect(suggestMapping({ fields: importer.fields }, ['Shoe size']).mapping).toEqual([
      { column: 'Shoe size', field: null, confidence: 0 },
    ]);
  });
});

describe('known formats', () => {
  test('are recognised by their signature; headers that they do not name go to the catch-all', () => {
    expect(suggestMapping(importer, ['City', 'given', 'postbox', 'Noise'])).toEqual({
      format: 'Wide',
      mapping: [
        { column: 'City', field: 'metadata', confidence: 1 },
        { column: 'given', field: 'firstName', confidence: 1 },
        { column: 'postbox', field: 'email', confidence: 1 },
        { column: 'Noise', field: null, confidence: 1 },
      ],
    });
  });

  test('the longest signature decides', () => {
    expect(suggestMapping(importer, ['Given', 'Postbox', 'Place']).format).toBe('Wider');
  });

  test('an exact signature allows no other header', () => {
    expect(suggestMapping(importer, ['Who', 'Where']).format).toBe('Bare');
    expect(suggestMapping(importer, ['Who', 'Where', 'Email']).format).toBeNull();
  });
});

test('every column has its place, in order, and no field is given twice', () => {
  const header = fc.oneof(
    fc.string(),
    fc.constantFrom('Email', 'e-mail', 'Work email', 'Town', 'City', 'Given', 'Postbox'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(header), (columns) => {
      const { mapping } = suggestMapping(importer, columns);
      expect(mapping.map(({ column }) => column)).toEqual(columns);
      const fields = mapping.map(({ field }) => field).filter((field) => field !== null && field !== 'metadata');
      expect(new Set(fields).size).toBe(fields.length);
    }),
  );
});
