/** Soft hyphens, zero-width spaces and joiners, direction marks, byte order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A name for comparing: without case, accents, punctuation and invisible characters, `&` as "and", any white space as
 * one space. A name of nothing but punctuation is compared as it is. For matching only; never to be shown.
 */
export function matchText(name: string): string {
  const visible = name.normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  const words = visible
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? visible.trim() : words;
}
