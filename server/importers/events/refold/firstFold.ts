const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const COMPARED = 1_000;

/**
 * What `matchText` was in its version 1: it left out every sign and every mark, so that C++, C# and C were one. Stored
 * slugs are compared with it, to know which of them were made from a title.
 */
export function firstMatchText(name: string): string {
  const visible = name.slice(0, COMPARED).normalize('NFKD').replace(INVISIBLE, '').toLowerCase();
  const words = visible
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? visible.trim() : words;
}
