import { expect, test } from 'vitest';
import { detectReader } from '../../server/sources/detect.ts';
import { bufferSource } from '../../server/sources/shared/bytes.ts';
import type { ByteSource, FormatHints } from '../../server/sources/types.ts';

const list = (names: readonly string[]): ByteSource =>
  bufferSource('rows.json', Buffer.from(JSON.stringify(names.map((name) => ({ name })))));
/** Of an encoding whose places in the file cannot be told from its text. */
const japanese = (names: readonly string[]): ByteSource =>
  bufferSource('rows.csv', Buffer.from(['name,town', ...names.map((name) => `${name},x`)].join('\n')));

const names = Array.from({ length: 3_000 }, (_, index) => `name ${index}`);

test.each([
  ['JSON', list, {}],
  ['a CSV that cannot be sought in', japanese, { encoding: 'shift_jis' }],
] as const)(
  '%s is read again from its start: the same rows go on, other rows are refused',
  async (_what, make, hints: FormatHints) => {
    const source = make(names);
    const reader = await detectReader(source, hints);
    const { sourceFormat } = await reader.inspect(source, hints);
    const groups = await Array.fromAsync(reader.rows(source, sourceFormat, null));
    const { end } = groups[0] ?? expect.unreachable();
    const rest = await Array.fromAsync(reader.rows(source, sourceFormat, end));
    expect(rest.flatMap(({ rows }) => rows.map((row) => row.number))).toEqual(
      names.slice(end.row).map((_, index) => end.row + index + 1),
    );
    const others = [make(names.with(0, 'another')), make(names.toSpliced(5, 1)), make(names.slice(0, 10))];
    for (const other of others) {
      await expect(Array.fromAsync(reader.rows(other, sourceFormat, end))).rejects.toMatchObject({
        code: 'SOURCE_CHANGED',
      });
    }
    const longer = make([...names, 'one more']);
    const goneOn = await Array.fromAsync(reader.rows(longer, sourceFormat, end));
    expect(goneOn.flatMap(({ rows }) => rows).at(-1)?.values[0]).toBe('one more');
  },
);
