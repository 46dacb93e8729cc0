import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { namedPaths, readProjectFile, tableRows } from '../helpers/markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'docs/decisions';

/** The paths of all records within the folder, such as `engine/fold-in-memory.md`. */
const records = readdirSync(`${root}${folder}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: area }) => readdirSync(`${root}${folder}/${area}`).map((file) => `${area}/${file}`));

describe('a decision record', () => {
  test.each(records)('has a title, a date and the four sections: %s', (path) => {
    const record = readProjectFile(`${folder}/${path}`);
    expect(path).toMatch(/^[a-z]+\/[a-z0-9-]+\.md$/);
    expect(record).toMatch(/^# \S.*[^.\n]\n\nDate: \d{4}-\d{2}-\d{2}\n\n/);
    expect(Date.parse(dateOf(record))).not.toBeNaN();
    expect(headingsOf(record)).toEqual(['Context', 'Decision', 'Alternatives', 'Measurement']);
    const sections = record.split(/^## .+$/m).slice(1);
    expect(sections.filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(records)('names only files that exist: %s', (path) => {
    const paths = namedPaths(readProjectFile(`${folder}/${path}`));
    expect(paths.filter((named) => !existsSync(`${root}${named}`))).toEqual([]);
  });
});

describe('the index of decisions', () => {
  it('lists each record once, with its title and date', () => {
    const listed = tableRows(readProjectFile(`${folder}/README.md`)).map(([title, date, link = '']) => ({
      path: /\]\((.+)\)$/.exec(link)?.[1],
      title,
      date,
    }));
    const written = records.map((path) => {
      const record = readProjectFile(`${folder}/${path}`);
      return { path, title: /^# (.+)$/m.exec(record)?.[1], date: dateOf(record) };
    });
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.toSorted(byPath)).toEqual(written.toSorted(byPath));
  });

  it('has at most 20 records in an area', () => {
    const areas = Object.groupBy(records, (path) => path.split('/')[0] ?? '');
    expect(Object.entries(areas).filter(([, paths = []]) => paths.length > 20)).toEqual([]);
  });
});

function dateOf(record: string): string {
  return /^Date: (.+)$/m.exec(record)?.[1] ?? '';
}

function headingsOf(record: string): string[] {
  return [...record.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
}

function byPath(one: { readonly path?: string | undefined }, other: { readonly path?: string | undefined }): number {
  return (one.path ?? '') < (other.path ?? '') ? -1 : 1;
}
