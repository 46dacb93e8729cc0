/** Characters that are looked at: more do not change the picture. */
const INSPECTED_CHARACTERS = 5_000;
/** Mac OS Roman must win by this much: files of Windows are far more common. */
const MARGIN = 1.5;

/**
 * windows-1252 (of which Latin-1 is a part) or macintosh, by which of them makes words of the text: what one writes as
 * a letter within a word is a sign, or a capital in the middle, in the other. Nothing tells for sure.
 */
export function guessWestern(bytes: Buffer): 'windows-1252' | 'macintosh' {
  const windows = score(bytes, 'windows-1252');
  const mac = score(bytes, 'macintosh');
  return mac > 0 && mac > windows * MARGIN && mac - windows >= 2 ? 'macintosh' : 'windows-1252';
}

/** How many characters beyond ASCII stand where such a character does, less those that do not. */
function score(bytes: Buffer, encoding: string): number {
  const text = new TextDecoder(encoding).decode(bytes);
  let sum = 0;
  let seen = 0;
  for (let at = 0; at < text.length && seen < INSPECTED_CHARACTERS; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    seen += 1;
    sum += worth(text[at - 1] ?? ' ', text[at] ?? ' ', text[at + 1] ?? ' ');
  }
  return sum;
}

function worth(before: string, character: string, after: string): number {
  if (/\p{Ll}/u.test(character)) return /\p{L}/u.test(before) || /\p{Ll}/u.test(after) ? 1 : 0;
  if (/\p{Lu}/u.test(character)) return worthOfCapital(before, after);
  // Dashes, quotes and dots are common between words; an apostrophe also within one.
  if (/[\u2018\u2019]/.test(character)) return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? 1 : 0.5;
  if (
    /[\u2013\u2014\u201c\u201d\u2026\u2022\u00a0\u20ac\u00a3\u00b0\u00ae\u00a9\u2122\u00ab\u00bb\u00a7]/.test(character)
  ) {
    return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -0.5 : 0.5;
  }
  // No text has these within a word, nor control characters anywhere.
  return /\p{L}/u.test(before) || /\p{L}/u.test(after) || /\p{Cc}/u.test(character) ? -1 : 0;
}

/** A capital begins a word or stands among capitals. */
function worthOfCapital(before: string, after: string): number {
  if (/\p{Ll}/u.test(before)) return -1;
  if (/\p{Lu}/u.test(before)) return /\p{Ll}/u.test(after) ? -0.5 : 1;
  return /\p{L}/u.test(after) ? 1 : 0;
}
