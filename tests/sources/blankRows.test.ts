import { describe, expect, test } from 'vitest';
import { detectReader } from '../../server/sources/detect.ts';
import { bufferSource } from '../../server/sources/shared/bytes.ts';
import { groupRows } from '../../server/sources/shared/limits.ts';
import type { RowGroup } from '../../server/sources/types.ts';
import { readFile } from './read.ts';
import { workbook } from './xlsx/workbook.ts';

type Line = readonly [string, string];

const objects = (lines: readonly Line[]) =>
  lines.map(([a, b], index) => (a === '' && index % 2 === 0 ? {} : { a, b: b === '' ? null : b }));

/** The same table as a file of each kind. */
const FILES: Readonly<Record<string, (lines: readonly Line[]) => string | Uint8Array>> = {
  'a.csv': (lines) => ['a,b', ...lines.map((cells) => cells.join(','))].join('\n'),
  'a.xlsx': (lines) => workbook([{ name: 'S', rows: [['a', 'b'], ...lines] }]),
  'a.json': (lines) => JSON.stringify(objects(lines)),
  'a.jsonl': (lines) =>
    objects(lines)
      .map((object) => JSON.stringify(object))
      .join('\n'),
};

const counted = (groups: readonly RowGroup[]) =>
  groups
    .flatMap(({ warnings = [] }) => warnings)
    .reduce((sum, { code, count = 0 }) => sum + (code === 'BLANK_ROWS' ? count : 0), 0);

describe.each(Object.keys(FILES))('rows of nothing but blank cells in %s', (name) => {
  const content = (lines: readonly Line[]) => FILES[name]?.(lines) ?? '';

  test('are no rows, and counted', async () => {
    const { rows, groups, inspection } = await readFile(
      name,
      content([
        ['', ''],
        ['1', 'x'],
        [' ', ''],
        ['', ''],
        ['2', ''],
        ['', ''],
      ]),
    );
    expect(rows.map(({ number, values }) => [number, values[0]])).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
    expect(counted(groups)).toBe(4);
    expect(inspection.sampleRows).toHaveLength(2);
  });

  test('are counted once where the read goes on behind some of them', async () => {
    const lines = Array.from(
      { length: 3 * groupRows },
      (_, index): Line => (index % 3 === 0 ? ['', ''] : [`${index}`, 'x']),
    );
    const source = bufferSource(name, Buffer.from(content(lines)));
    const reader = await detectReader(source, {});
    const { sourceFormat } = await reader.inspect(source, {});
    const whole = await Array.fromAsync(reader.rows(source, sourceFormat, null));
    const [first] = whole;
    const rest = await Array.fromAsync(reader.rows(source, sourceFormat, first?.end ?? null));
    expect(whole.length).toBeGreaterThan(1);
    expect(counted(whole)).toBe(groupRows);
    expect(counted(first ? [first, ...rest] : [])).toBe(groupRows);
  });

  test('alone are no table', async () => {
    const read = await readFile(
      name,
      content([
        ['', ''],
        ['', ''],
      ]),
    ).then(
      ({ rows }) => rows,
      (error: Error) => error.message,
    );
    expect([[], expect.stringContaining('has no rows')]).toContainEqual(read);
  });
});

test('values that are false or zero are values', async () => {
  const { rows } = await readFile('a.jsonl', '{"a":0}\n{"a":false}\n{"a":[]}\n{"a":[null]}');
  expect(rows.map(({ values }) => values)).toEqual([[0], [false], [[null]]]);
});
