import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bufferSource, fileSource, readStart } from '../../server/sources/shared/bytes.ts';

const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-bytes-'));
  await writeFile(join(folder, 'data.csv'), content);
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([
  ['in memory', () => bufferSource('data.csv', content)],
  ['on disk', () => fileSource(join(folder, 'data.csv'))],
])('bytes %s', (_name, open) => {
  test('know their name and size and are read any number of times, from anywhere', async () => {
    const source = open();
    expect([source.name, source.size]).toEqual(['data.csv', content.length]);
    for (const [start, end] of [
      [undefined, undefined],
      [0, 1],
      [70_000, 140_000],
      [199_999, undefined],
      [5, 5],
    ] as const) {
      const read = await buffer(source.read(start, end));
      expect(read.equals(content.subarray(start, end))).toBe(true);
    }
  });

  test('start', async () => {
    expect((await readStart(open(), 100)).equals(content.subarray(0, 100))).toBe(true);
    expect((await readStart(open(), 1_000_000)).equals(content)).toBe(true);
  });
});
