import { describe, expect, it } from 'vitest';
import { reference } from '../../../server/importers/events/entityReference.ts';
import { type Known, Resolver } from '../../../server/importers/events/resolver.ts';

const nothing: Known = { decisions: new Map(), entities: [], similar: [], pairs: [] };

function asked(name: string, city = '', sourceId: string | null = null) {
  const found = reference('VENUE', name, city === '' ? {} : { city }, sourceId);
  if (!found) throw new Error('The name is empty.');
  return found;
}

const hall = (id: string, matchPlace: string) => ({ id, matchName: 'hall', matchPlace });

describe('a reference', () => {
  it('is what was decided of its source id, before what its name says', () => {
    const decisions = new Map([
      ['id:a.example#7', 'by id'],
      ['name:hall|', null],
    ]);
    const resolver = new Resolver({ ...nothing, decisions, entities: [hall('by name', '')] }, 'PARK', 0.7);
    expect(resolver.answer(asked('Hall', '', '7'), 'a.example')).toMatchObject({
      outcome: 'RESOLVED',
      entityId: 'by id',
    });
    expect(resolver.answer(asked('Hall', '', '7'), 'b.example')).toMatchObject({ outcome: 'IGNORED', entityId: null });
  });

  it('is the one in its city, or the only one that could be', () => {
    const resolver = new Resolver(
      { ...nothing, entities: [hall('boston', 'boston'), hall('salem', 'salem')] },
      'PARK',
      0.7,
    );
    expect(resolver.answer(asked('HALL', 'Salem'), null)).toMatchObject({ entityId: 'salem' });
    expect(resolver.answer(asked('Hall'), null)).toMatchObject({ outcome: 'UNRESOLVED' });
    expect(resolver.answer(asked('Hall', 'Lynn'), null)).toMatchObject({ outcome: 'UNRESOLVED' });
    const one = new Resolver({ ...nothing, entities: [hall('boston', 'boston')] }, 'PARK', 0.7);
    expect(one.answer(asked('Hall'), null)).toMatchObject({ entityId: 'boston', by: 'name' });
  });

  it('is the one whose name means the same, unless two do, the cities differ, or a word does', () => {
    const like = (id: string, matchName: string, matchPlace = '') => ({ id, matchName, matchPlace });
    const answer = (name: string, similar: ReturnType<typeof like>[], city = '') => {
      const known = { ...nothing, similar: similar.map((each) => ({ ...each, asked: name })) };
      return new Resolver(known, 'PARK', 0.7).answer(asked(name, city), null);
    };
    expect(answer('vfw hall', [like('a', 'vfw hall 2'), like('b', 'v f w hall')])).toMatchObject({
      entityId: 'b',
      by: 'similarity',
    });
    const two = [like('a', 'hall theatre'), like('b', 'hall thtr')];
    expect(answer('hall theater', two)).toMatchObject({ outcome: 'UNRESOLVED' });
    expect(answer('hall theater', [like('a', 'hall theatre', 'salem')], 'Boston')).toMatchObject({
      outcome: 'UNRESOLVED',
    });
    expect(answer('season 26-27', [like('a', 'season 25-26')])).toMatchObject({ outcome: 'UNRESOLVED' });
  });

  it('finds what one before it made: by name, by id and by similarity', () => {
    const pairs = [{ a: 'harbour hall', b: 'harbor hall' }];
    const resolver = new Resolver({ ...nothing, pairs }, 'CREATE', 0.7);
    const made = resolver.answer(asked('Harbour Hall', 'Boston', '4'), 'a.example');
    expect(made.outcome).toBe('CREATED');
    const found = [asked('harbour hall', 'Boston'), asked('Renamed', 'Boston', '4'), asked('Harbor Hall')];
    for (const each of found) {
      expect(resolver.answer(each, 'a.example')).toMatchObject({ outcome: 'RESOLVED', entityId: made.entityId });
    }
    expect(resolver.answer(asked('Other place'), 'a.example').outcome).toBe('CREATED');
  });
});
