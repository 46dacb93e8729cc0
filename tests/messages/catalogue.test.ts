import { describe, expect, test } from 'vitest';
import { catalogue } from '../../server/messages/catalogue.ts';
import { factsOf } from '../helpers/sourceFacts.ts';

const sentences = Object.entries<string>(catalogue);
const forms = sentences.flatMap(([code, sentence]) => sentence.split(' |||| ').map((form) => [code, form] as const));

describe('the catalogue of messages', () => {
  test('has no code that the server does not use', () => {
    const users = factsOf('server').filter(({ path }) => !path.startsWith('server/messages/en/'));
    const used = new Set(
      users.flatMap(({ text }) => [...text.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, code]) => code)),
    );
    expect(sentences.map(([code]) => code).filter((code) => !used.has(code))).toEqual([]);
  });

  test('has no sentence that names a parameter twice, unless both places mean the same', () => {
    const repeating = forms.flatMap(([code, form]) => {
      const names = [...form.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name);
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${code}: ${name}`);
    });
    // A column and what its twins are called after, a country's prefix, and both ends of a range around 0.
    expect(repeating).toEqual(['DUPLICATE_HEADER: name', 'INVALID_PHONE: prefix', 'OUT_OF_RANGE: limit']);
  });

  test('names the same parameters in the singular and the plural', () => {
    const named = (form: string) => [...new Set(form.match(/%\{\w+\}/g))].sort().join(' ');
    const uneven = sentences.filter(([, sentence]) => new Set(sentence.split(' |||| ').map(named)).size > 1);
    expect(uneven).toEqual([]);
  });
});
