/** A header without case, accents, spaces and punctuation: "E-Mail  Address*" and "email address" are the same. */
export function normaliseHeader(header: string): string {
  return words(header).join('');
}

/**
 * Words that say nothing of which field a column is. Only these may stand beside an alias: "Customer E-mail" is an
 * e-mail, "E-mail status" is not.
 */
const FILLERS = new Set(
  'a the your their my of contact contacts customer client person people lead user member main primary preferred value field text column required optional'.split(
    ' ',
  ),
);

/** The header's words without fillers, as one text; empty when nothing else is in it. */
export function essenceOfHeader(header: string): string {
  return words(header)
    .filter((word) => !FILLERS.has(word))
    .join('');
}

/** Whether two normalised headers differ by one slip of the keyboard: a letter more, less, other, or two swapped. */
export function isTypo(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (middleA.length <= 1 && middleB.length <= 1) return true;
  return middleA.length === 2 && middleA === [...middleB].reverse().join('');
}

/** Characters of a header that are compared: those behind them tell no field from another. */
const COMPARED = 500;

function words(header: string): string[] {
  // Beyond a length, since normalising takes quadratic time over combining marks in a row.
  return header
    .slice(0, COMPARED)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
