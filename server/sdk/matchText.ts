/** Soft hyphens, zero-width spaces and joiners, direction marks, byte order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Accents, which people leave out. Marks of other scripts make other letters: those of Thai, of Devanagari, of ゴ and コ. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Signs that only decorate or separate, though Unicode has them among symbols. */
const DECORATION = /[®©™℠|~^´¨]/gu;
/** Apostrophes in words and before them. */
const APOSTROPHES = /(?<=\p{L}\p{M}{0,9})['’‘`ʼ]|['’‘`ʼ](?=[\p{L}\p{N}])/gu;
/** What says something where it stands: a grade (A-, A*), a sign (-5), an age (18-), a number (1.5 is not 1/5), .NET. */
const MEANT =
  /(?<=(?:^|[^\p{L}\p{N}\p{M}])(?:\p{L}|\p{N}{1,9}))[-*](?![\p{L}\p{N}\p{M}])|(?<=^|\s)-(?=\p{N})|(?<=\p{N})[-.,/:](?=\p{N})|(?<=^|\s)\.(?=\p{L})/gu;
/** Neither a letter, a digit, a mark, nor a sign that tells one thing from another. */
const SEPARATORS = /[^\p{L}\p{N}\p{M}\p{S}\p{Co}#%@§†‡′]+/gu;

/** Stand in for signs that are meant while separators go: of a plane of private use, in which no name is written. */
const KEPT = new Map(
  ['-', '*', '.', ',', '/', ':'].map((sign, index) => [sign, String.fromCodePoint(0xf0000 + index)]),
);
const RESTORED = new Map([...KEPT].map(([sign, stand]) => [stand, sign]));

/**
 * The version of what `matchText` makes of names. Names are stored as it makes them, and an importer that stores them
 * makes them anew when the version has risen: raise it with every change of a result (see importers/events/refold).
 */
export const MATCH_TEXT_VERSION = 2;

/** Characters of a name that are compared. Normalising takes quadratic time over combining marks in a row. */
const COMPARED = 1_000;

/**
 * A name for comparing: without case, accents, invisible characters and the punctuation that only separates, `&` as
 * "and", any white space as one space, in NFC. Nothing goes that tells one thing from another: C++, C# and C are three.
 * A name of nothing but punctuation is compared as it is. For matching only; never to be shown.
 */
export function matchText(name: string): string {
  const plain = name.slice(0, COMPARED).normalize('NFD').replace(INVISIBLE, '').replace(DECORATION, ' ');
  const visible = plain.normalize('NFKD').toLowerCase();
  const words = visible
    .replace(ACCENTS, '$1')
    // The one accent of Russian that people leave out; that of й makes another letter.
    .replaceAll('е\u0308', 'е')
    .replaceAll('ς', 'σ')
    .replaceAll('&', ' and ')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replace(APOSTROPHES, '')
    .replaceAll(/#(?=\p{N})/gu, '')
    .replace(MEANT, (sign) => KEPT.get(sign) ?? sign)
    .replace(SEPARATORS, ' ')
    .replaceAll(/[\u{f0000}-\u{f0005}]/gu, (stand) => RESTORED.get(stand) ?? stand)
    .trim()
    .normalize('NFC');
  return words === '' ? visible.trim().normalize('NFC') : words;
}
