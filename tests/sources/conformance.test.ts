import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectReader } from '../../server/sources/detect.ts';
import { fileSource } from '../../server/sources/shared/bytes.ts';
import { SourceError } from '../../server/sources/types.ts';
import { errors, type Read, readAll } from './read.ts';

/** Collections of awkward files that are not ours to copy. */
const data = join(import.meta.dirname, '../../../shared/data');
const there = existsSync(data);
const suffix = there ? '' : ` (skipped: ${data} is not there)`;

async function read(path: string): Promise<Read> {
  const source = fileSource(join(data, path));
  return readAll(await detectReader(source, {}), source, {});
}

function filesUnder(folder: string): string[] {
  if (!there) return [];
  const entries = readdirSync(join(data, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(data, join(entry.parentPath, entry.name)));
}

describe.skipIf(!there)(`csv-spectrum${suffix}`, () => {
  // Its JSON holds another phone number than its CSV; the CSV is what counts.
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    location_coordinates: { 'Contact Phone Number': '2095257564' },
  };

  test.each(filesUnder('csv/csv-spectrum/csvs'))('%s is what its JSON says', async (path) => {
    const name = path.replace(/^.*\/|\.csv$/g, '');
    const { inspection, rows } = await read(path);
    const { columns } = inspection.sourceFormat;
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row.values[index]])));
    const json: unknown = JSON.parse(readFileSync(join(data, `csv/csv-spectrum/json/${name}.json`), 'utf8'));
    const expected = [json].flat().map((row) => Object.assign({}, row, known[name]));
    expect(objects).toEqual(expected);
  });
});

/** Rows and failed rows, counted by eye in the files. */
const counted: readonly (readonly [path: string, rows: number, failed: number])[] = [
  ['contacts/us-500.csv', 500, 0],
  ['contacts/atomic-crm-contacts.csv', 500, 0],
  ['contacts/ncvoter-deidentified-A-2000.tsv', 2_000, 0],
  ['contacts/propertyradar-style-1200.csv', 1_200, 0],
  ['contacts/crm-exports/google-contacts-export.csv', 1, 0],
  ['contacts/crm-exports/hubspot-contacts-export.csv', 5, 0],
  ['contacts/crm-exports/mailchimp-audience-export.csv', 3, 0],
  ['contacts/crm-exports/salesforce-contacts-export.csv', 3, 0],
  ['csv/csvkit/bad.csv', 3, 2],
  ['csv/csvkit/mac_newlines.csv', 2, 0],
  ['csv/csvkit/test_extra_header.csv', 1, 1],
  ['csv/csvkit/test_latin1.csv', 2, 0],
  ['csv/csvkit/test_utf16_little.csv', 2, 0],
  ['csv/csvkit/test_utf8_bom.csv', 2, 0],
  ['csv/duckdb/14512_og.csv', 3, 1],
  ['csv/duckdb/auto/tab_single_quote.csv', 2, 0],
  ['csv/duckdb/bad_escape.csv', 2, 1],
  ['csv/duckdb/blank_line.csv', 10, 0],
  ['csv/duckdb/csv_quoted_newline_odd.csv', 2, 0],
  ['csv/duckdb/decimal_separators/decimal_separators.csv', 5, 0],
  ['csv/duckdb/encodings/latin1.csv', 12, 0],
  ['csv/duckdb/encodings/only_utf16.csv', 5, 0],
  ['csv/duckdb/encodings/utf16.csv', 20, 0],
  ['csv/duckdb/error/date.csv', 3_101, 0],
  ['csv/duckdb/error/json.csv', 4, 1],
  ['csv/duckdb/extra_delimiters.csv', 4, 1],
  ['csv/duckdb/nullpadding.csv', 4, 4],
  ['csv/duckdb/one_r_n_two.csv', 2, 0],
  ['csv/duckdb/rejects/frankstein/nightmare.csv', 47, 3],
  ['csv/duckdb/rejects/incorrect_columns/mix_columns.csv', 2_772, 4],
  ['csv/duckdb/rejects/unquoted/basic.csv', 7, 1],
  ['csv/duckdb/rejects/unquoted/unquoted_new_line.csv', 8, 2],
  ['csv/duckdb/test/mixed_line_endings.csv', 2, 0],
  ['csv/duckdb/thijs_unquoted.csv', 3, 3],
  ['csv/duckdb/unescaped_quotes/unescaped_quote_new_line.csv', 11, 10],
  ['csv/duckdb/venue_pipe.csv', 202, 0],
  ['csv/messytables-horror/excel_pasting.csv', 16, 0],
  ['csv/messytables-horror/mixedGLB.csv', 133, 0],
  ['csv/messytables-horror/utf-16le_encoded.csv', 327, 0],
  ['csv/papaparse/verylong-sample.csv', 2_000, 4],
  ['csv/w3c-csvw/ESCC-payment-data.csv', 5_767, 0],
  ['csv/w3c-csvw/HEFCE_organogram_junior_data.csv', 82, 0],
  ['csv/w3c-csvw/soc_structure_2010.csv', 1_421, 0],
];

describe.skipIf(!there)(`counted files${suffix}`, () => {
  test.each(counted)('%s has %i rows, %i of them failed', async (path, rows, failed) => {
    const found = await read(path);
    expect([found.rows.length, errors(found).filter((code) => code !== null).length]).toEqual([rows, failed]);
  });

  test("a property list's licence is a footer", async () => {
    const { warnings } = await read('contacts/propertyradar-style-1200.csv');
    expect(warnings).toMatchObject([{ code: 'FOOTER_IGNORED', count: 1 }]);
  });
});

describe.skipIf(!there)(`every file${suffix}`, () => {
  test.each([...filesUnder('csv'), ...filesUnder('contacts')])('%s is read or refused with a reason', async (path) => {
    const refusal = await read(path).then(
      ({ rows }) => {
        expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
        return null;
      },
      (error: unknown) => error,
    );
    if (refusal !== null) expect(refusal).toBeInstanceOf(SourceError);
  });
});
