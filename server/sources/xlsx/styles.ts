import { isDateFormat } from 'numfmt';
import type { Archive } from './archive.ts';
import { readPart } from './xml.ts';

/**
 * How a number is shown, as far as its text depends on it. `mask`: digits in a pattern of their own, such as 00000 for
 * postal codes, of which the leading zeros are part of the value. Any other number is its plain value: rounding,
 * grouping and currencies are only its looks.
 */
export type NumberStyle =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date'; readonly hasDay: boolean; readonly hasTime: boolean }
  | { readonly kind: 'mask'; readonly pattern: string };

/** The longest code that a spreadsheet program takes. */
const MAX_CODE = 255;

const PLAIN: NumberStyle = { kind: 'plain' };
const DAY: NumberStyle = { kind: 'date', hasDay: true, hasTime: false };
const TIME: NumberStyle = { kind: 'date', hasDay: false, hasTime: true };
const MOMENT: NumberStyle = { kind: 'date', hasDay: true, hasTime: true };

/** Formats that workbooks name by number only (ECMA-376, 18.8.30), the East Asian dates included. */
const BUILT_IN: ReadonlyMap<number, NumberStyle> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, DAY] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, TIME] as const),
  [22, MOMENT] as const,
]);

/** The styles of a workbook's cells, by the number that a cell names. */
export async function readStyles(archive: Archive, part: string | null): Promise<readonly NumberStyle[]> {
  if (part === null) return [];
  const formats = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  await readPart(archive, part, {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), styleOf(formatCode));
      if (name === 'cellXfs') isInCells = true;
      const id = Number(numFmtId);
      if (name === 'xf' && isInCells) styles.push(formats.get(id) ?? BUILT_IN.get(id) ?? PLAIN);
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

/** What a format's pattern says; one that is too long says nothing. Exported for its tests. */
export function styleOf(pattern: string): NumberStyle {
  if (pattern.length > MAX_CODE) return PLAIN;
  const letters = pattern.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(BRACKETS, elapsedOnly);
  if (isDateFormat(pattern)) {
    const hasTime = /[hs]|am\/pm/i.test(letters);
    // An m beside hours or seconds is a minute.
    return { kind: 'date', hasDay: /[yd]/i.test(letters) || (!hasTime && /m/i.test(letters)), hasTime };
  }
  return isMask(pattern) ? { kind: 'mask', pattern } : PLAIN;
}

/** Colours, conditions, locales; and hours, minutes or seconds that go on beyond their clock: [h], [mm]. */
const BRACKETS = /\[[^[\]]*\]/g;

function elapsedOnly(bracket: string): string {
  return /^\[(?:h+|m+|s+)\]$/i.test(bracket) ? bracket : '';
}

/** Nothing but whole digits and signs around them, with leading zeros or with a sign among the digits. */
function isMask(pattern: string): boolean {
  const bare = pattern
    .replace(BRACKETS, '')
    .replace(/_./g, '')
    .replace(/"[^"]*"|\\./g, 'L');
  return /^[0#?()\- L;]+$/.test(bare) && /00|[0#?][()\- L]+[0#?]/.test(bare);
}
