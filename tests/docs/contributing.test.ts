import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namedPaths, readProjectFile, tableRows } from '../helpers/markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'docs/contributing';
const pages = readdirSync(join(root, folder)).filter((name) => name !== 'README.md');

describe.each(pages)('how to extend Sluice: %s', (name) => {
  const page = readProjectFile(`${folder}/${name}`);

  it('names only files that exist', () => {
    expect(namedPaths(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('runs only tests that exist', () => {
    const commands = [...page.matchAll(/^npx vitest run (.+)$/gm)].flatMap(([, args = '']) => args.split(' '));
    const tests = commands.filter((word) => word.startsWith('tests/'));
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the index', () => {
  it('lists every page with the number of its files', () => {
    const listed = tableRows(readProjectFile(`${folder}/README.md`)).map(([link = '', , count]) => [
      /\]\((.+)\)/.exec(link)?.[1],
      Number(count),
    ]);
    const filesOf = (name: string) =>
      new Set(tableRows(readProjectFile(`${folder}/${name}`)).flatMap(([cell = '']) => namedPaths(cell))).size;
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(pages.map((name) => [name, filesOf(name)])));
  });
});
