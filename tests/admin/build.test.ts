import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildConsole } from '../../admin/build.ts';

const DIST = path.join(import.meta.dirname, '../../admin/dist');
/** What a person on a slow line waits for before the page that they came for is there. */
const FIRST_LOAD_BYTES = 400_000;

test.each(['OverviewPage', 'ImportListPage'])('the first load, with %s, stays under 400 kB', async (first) => {
  await buildConsole();
  const assets = await readdir(path.join(DIST, 'assets'));
  const html = await readFile(path.join(DIST, 'index.html'), 'utf8');
  const named = assets.filter((asset) => html.includes(asset));
  const list = assets.filter((asset) => asset.startsWith(first));
  expect(list).toHaveLength(1);
  // What the list's page itself imports is loaded with it.
  const page = await readFile(path.join(DIST, 'assets', list[0] ?? ''), 'utf8');
  const imported = assets.filter((asset) => page.includes(`./${asset}`));
  const sizes = await Promise.all([...new Set([...named, ...list, ...imported])].map(gzipped));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
});

test('a console whose sources did not change is not built again', async () => {
  await buildConsole();
  const before = await stat(path.join(DIST, 'index.html'));
  await buildConsole();
  expect((await stat(path.join(DIST, 'index.html'))).mtimeMs).toBe(before.mtimeMs);
});

async function gzipped(asset: string): Promise<number> {
  return gzipSync(await readFile(path.join(DIST, 'assets', asset))).length;
}
