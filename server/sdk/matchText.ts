/** Soft hyphens, zero-width spaces and joiners, direction marks, byte order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Characters of a name that are compared. Normalising takes quadratic time over combining marks in a row. */
const COMPARED = 1_000;

/**
 * A name for comparing: without case, accents, punctuation and invisible characters, `&` as "and", any white space as
 * one space. A name of nothing but punctuation is compared as it is. For matching only; never to be shown.
 */
export function matchText(name: string): string {
  const visible = name.slice(0, COMPARED).normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  const words = visible
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? visible.trim() : words;
}
