import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json, sameValue } from '../../server/sdk/index.ts';

/** Composed, as texts are compared. */
const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value).normalize()));

test('canonical JSON says the same value, whatever the order of names', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(canonicalJson(reversed(value))).toBe(text);
    }),
  );
});

test('values are the same exactly when their canonical JSON is', () => {
  const nearly = fc
    .tuple(json, json)
    .chain(([a, b]) => fc.constantFrom([a, b], [a, reversed(a)], [a, a], [[a], [a, b]]));
  fc.assert(
    fc.property(nearly, ([a = null, b = null]) => {
      expect(sameValue(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});

test('a text is the same however its letters are composed', () => {
  expect(sameValue({ name: 'Zo\u00eb' }, { name: 'Zoe\u0308' })).toBe(true);
  expect(sameValue('Zo\u00eb', 'Zoe')).toBe(false);
});

test('an empty list is not an empty object, and a missing name is not null', () => {
  expect(sameValue([], {})).toBe(false);
  expect(sameValue({ a: null }, {})).toBe(false);
  expect(sameValue({ a: null }, { b: null })).toBe(false);
  expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
});

/** The same value with the names of its objects in reverse. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}
