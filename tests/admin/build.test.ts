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
  const loaded = await withImports([...named, ...list]);
  const sizes = await Promise.all([...loaded].map(gzipped));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
});

test('a console whose sources did not change is not built again', async () => {
  await buildConsole();
  const before = await stat(path.join(DIST, 'index.html'));
  await buildConsole();
  expect((await stat(path.join(DIST, 'index.html'))).mtimeMs).toBe(before.mtimeMs);
});

/** These and all that they import at once, and what that imports in turn; not what is loaded when it is needed. */
async function withImports(first: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set(first);
  for (const asset of known) {
    if (!asset.endsWith('.js')) continue;
    const text = await readFile(path.join(DIST, 'assets', asset), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) known.add(name);
  }
  return known;
}

async function gzipped(asset: string): Promise<number> {
  return gzipSync(await readFile(path.join(DIST, 'assets', asset))).length;
}
