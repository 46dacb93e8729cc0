import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmpty, type Json, type JsonObject, mergeFields } from '../../server/sdk/index.ts';

const known = { name: 'Ann', phone: null, addresses: { main: { city: 'Boston' } }, metadata: { tag: 'a', note: '' } };
const news = {
  name: 'Anna',
  phone: '+1',
  addresses: { main: { city: 'Rome', street: 'Via' }, mailing: { city: 'Pisa' } },
  metadata: { tag: '', note: 'n' },
};

describe('UPDATE', () => {
  test('replaces by what comes, name by name, and never by nothing', () => {
    expect(mergeFields<JsonObject>(known, news, 'UPDATE')).toEqual({ ...news, metadata: { tag: 'a', note: 'n' } });
    expect(mergeFields<JsonObject>(known, { name: null, phone: '', addresses: {}, metadata: {} }, 'UPDATE')).toBe(
      known,
    );
  });

  test('replaces a list as a whole', () => {
    expect(mergeFields<JsonObject>({ tags: ['a', 'b'] }, { tags: ['c'] }, 'UPDATE')).toEqual({ tags: ['c'] });
  });
});

describe('ENRICH', () => {
  test('fills what is empty and leaves the rest', () => {
    expect(mergeFields<JsonObject>(known, news, 'ENRICH')).toEqual({
      name: 'Ann',
      phone: '+1',
      addresses: { main: { city: 'Boston', street: 'Via' }, mailing: { city: 'Pisa' } },
      metadata: { tag: 'a', note: 'n' },
    });
  });
});

const fields = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 3 }))
  .map((value): JsonObject => JSON.parse(JSON.stringify(value)));

test('a merge done again changes nothing, and says so by the very same record', () => {
  fc.assert(
    fc.property(fields, fields, fc.constantFrom('UPDATE' as const, 'ENRICH' as const), (current, incoming, policy) => {
      const merged = mergeFields(current, incoming, policy);
      expect(mergeFields(merged, structuredClone(incoming), policy)).toBe(merged);
    }),
  );
});

test('no merge loses a name, none erases a value, and ENRICH changes none that is there', () => {
  fc.assert(
    fc.property(fields, fields, (current, incoming) => {
      const enriched = mergeFields(current, incoming, 'ENRICH');
      const updated = mergeFields(current, incoming, 'UPDATE');
      for (const [name, value] of Object.entries(current)) {
        expect(isEmpty(own(updated, name)), 'erased').toBe(isEmpty(value) && isEmpty(own(incoming, name)));
        if (!isEmpty(value) && (typeof value !== 'object' || Array.isArray(value))) {
          expect(own(enriched, name)).toEqual(value);
        }
      }
      const names = new Set([...Object.keys(current), ...Object.keys(incoming)]);
      expect(new Set(Object.keys(enriched))).toEqual(names);
      expect(new Set(Object.keys(updated))).toEqual(names);
    }),
  );
});

function own(fields: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
