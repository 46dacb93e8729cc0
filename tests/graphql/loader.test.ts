import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLoader } from '../../server/graphql/loader.ts';

/** A loader of the length of each key but `gone`, and what was read at once. */
function lengths() {
  const reads: (readonly string[])[] = [];
  const load = createLoader(async (keys: readonly string[]) => {
    reads.push(keys);
    if (keys.includes('broken')) throw new Error('The database is away.');
    return new Map(keys.filter((key) => key !== 'gone').map((key) => [key, key.length]));
  });
  return { load, reads };
}

describe('a loader', () => {
  it('reads the keys of one turn at once, and each key once', async () => {
    const { load, reads } = lengths();
    const later = Promise.resolve().then(() => load('abc'));
    expect(await Promise.all([load('a'), load('ab'), load('a'), later, load('gone')])).toEqual([1, 2, 1, 3, undefined]);
    expect(reads).toEqual([['a', 'ab', 'gone', 'abc']]);
  });

  it('reads again in a later turn', async () => {
    const { load, reads } = lengths();
    await load('a');
    await load('a');
    expect(reads).toEqual([['a'], ['a']]);
  });

  it('reads again while an earlier turn is being read', async () => {
    const answers: ((value: ReadonlyMap<string, number>) => void)[] = [];
    const load = createLoader((_keys: readonly string[]) => {
      return new Promise<ReadonlyMap<string, number>>((resolve) => answers.push(resolve));
    });
    const first = load('a');
    await setImmediate();
    const second = load('a');
    await setImmediate();
    answers[0]?.(new Map([['a', 1]]));
    answers[1]?.(new Map([['a', 2]]));
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  it('gives a failure to all who asked, and reads again after it', async () => {
    const { load } = lengths();
    const asked = await Promise.allSettled([load('broken'), load('a')]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await load('a')).toBe(1);
  });
});
