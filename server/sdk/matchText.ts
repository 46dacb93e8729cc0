/** What is seen by nobody: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;

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
