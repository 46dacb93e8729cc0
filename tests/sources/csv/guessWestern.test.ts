import { describe, expect, test } from 'vitest';
import { readCsv, values } from '../read.ts';

/** A text in an encoding of one byte a character. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map((character) => bytes.get(character) ?? expect.unreachable(character)));
}

describe('an encoding that the file does not name', () => {
  const rows = [
    ['names with accents', 'René Müller,Köln'],
    ['capitals', 'MÜLLER & SÖHNE,STRAßE'],
    ['capitals that begin words', 'Ångström,Øst'],
    ['Portuguese', 'João Conceição,São Paulo'],
    ['curly apostrophes and dashes', 'Smith’s – really,O’Brien’s'],
    ['one accent', 'Café,x'],
  ] as const;

  test.each(
    rows.flatMap(([what, row]) => (['windows-1252', 'macintosh'] as const).map((name) => [what, name, row] as const)),
  )('%s in %s are read as they are, with a doubt', async (_what, encoding, row) => {
    const found = await readCsv(encoded(`name,town\n${row}\n`, encoding));
    expect(found.inspection.sourceFormat.dialect?.encoding).toBe(encoding);
    expect(values(found)).toEqual([row.split(',')]);
    expect(found.inspection.warnings).toMatchObject([{ code: 'ENCODING_IN_DOUBT' }]);
  });
});
