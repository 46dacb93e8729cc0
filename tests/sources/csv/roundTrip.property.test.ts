import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvReader } from '../../../server/sources/csv/reader.ts';
import { bufferSource } from '../../../server/sources/shared/bytes.ts';
import type { FormatHints } from '../../../server/sources/types.ts';
import { samples } from '../../helpers/samples.ts';
import { readCsv, values } from '../read.ts';
import { type WrittenDialect, writeCsv } from './writeCsv.ts';

/** Cells in which everything that a CSV could stumble over is likely. NUL and lone surrogates are no text. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ' ', '"', "'", ',', ';', '\t', '|', '\n', '\r', 'é', '€', '𝄞', 'Ċ', 'Ⰼ', '\ufeff'),
  }),
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').toWellFormed()),
  fc.constantFrom('', '007', '=1+1', '""', '\r\n', 'x'.repeat(3_000)),
);

/** With a value in each row: of nothing but empty cells it is a blank one. */
const table = fc
  .record({ columns: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 0, max: 30 }) })
  .chain(({ columns, rows }) =>
    fc.array(
      fc
        .array(cell, { minLength: columns, maxLength: columns })
        .filter((cells) => cells.some((text) => text.trim() !== '')),
      { minLength: rows, maxLength: rows },
    ),
  );

const dialect: fc.Arbitrary<WrittenDialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '\x1f'),
  quote: fc.constantFrom('"', "'"),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  blankLines: fc.boolean(),
  lastNewline: fc.boolean(),
});

const encoding = fc.constantFrom<{ name: string; encode: (text: string) => Buffer }>(
  { name: 'UTF-8', encode: (text) => Buffer.from(text) },
  { name: 'UTF-8 with BOM', encode: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'UTF-16LE', encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le') },
  { name: 'UTF-16BE', encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16() },
);

function file(rows: readonly (readonly string[])[], written: WrittenDialect): { text: string; hints: FormatHints } {
  const columns = rows[0]?.length ?? 2;
  const header = Array.from({ length: columns }, (_, index) => `column ${index}`);
  return {
    text: writeCsv([header, ...rows], written),
    hints: { delimiter: written.delimiter, quote: written.quote },
  };
}

describe('any table that is written correctly', () => {
  test('is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, encoding, async (rows, written, { encode }) => {
        const { text, hints } = file(rows, written);
        const read = await readCsv(encode(text), hints);
        expect(values(read)).toEqual(rows);
        expect(read.rows.every(({ rowError }) => rowError === undefined)).toBe(true);
        expect(read.warnings).toEqual([]);
      }),
      samples({ quick: 200, full: 1_000 }),
    );
  });

  test('goes on from the end of any group with the same rest', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, encoding, async (rows, written, { encode }) => {
        // Many groups, of sizes that depend on the table.
        const many = Array.from({ length: Math.ceil(2_500 / Math.max(rows.length, 1)) }, () => rows).flat();
        const { text, hints } = file(many, written);
        const bytes = encode(text);
        const read = await readCsv(bytes, hints);
        expect(read.rows).toHaveLength(many.length);
        for (const { end } of read.groups) {
          const rest = csvReader.rows(bufferSource('test.csv', bytes), read.inspection.sourceFormat, end);
          const after = (await Array.fromAsync(rest)).flatMap((group) => group.rows);
          expect(after).toEqual(read.rows.slice(end.row));
        }
      }),
      samples({ quick: 8, full: 60 }),
    );
  });

  test('is read in windows and groups as csv-parse alone reads it', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, written) => {
        const { text, hints } = file(rows, written);
        const reference = parse(text, {
          delimiter: written.delimiter,
          quote: written.quote,
          escape: written.quote,
          record_delimiter: written.newline,
          skip_empty_lines: true,
        });
        expect(values(await readCsv(text, hints))).toEqual(reference.slice(1));
      }),
      samples({ quick: 150, full: 600 }),
    );
  });
});

describe('any text at all', () => {
  test('ends in rows that hold every character of it, or in a refusal', async () => {
    const noise = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', ',', '\n', '\r\n', '\r'), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(noise, async (body) => {
        const read = await readCsv(`h1,h2\n${body}`, { delimiter: ',', quote: '"' });
        const letters = (text: string): string => text.replace(/[^ab]/g, '');
        const footers = read.warnings.filter(({ code }) => code === 'FOOTER_IGNORED');
        const footer = footers.map(({ params }) => String(params?.text ?? '')).join('');
        const kept = read.rows.flatMap((row) => row.values.map(String)).join('') + footer;
        expect(letters(kept)).toBe(letters(body));
      }),
      samples({ quick: 500, full: 2_000 }),
    );
  });
});
