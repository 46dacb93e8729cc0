export interface PersonName {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What stands behind names and is none: generations, degrees and credentials, without dots. */
const SUFFIXES = new Set([
  ...[
    'jr',
    'sr',
    'ii',
    'iii',
    'iv',
    'esq',
    'md',
    'do',
    'dds',
    'dmd',
    'dvm',
    'od',
    'pharmd',
    'phd',
    'edd',
    'psyd',
    'jd',
  ],
  ...['llm', 'mba', 'mph', 'msw', 'msn', 'ma', 'ms', 'msc', 'ba', 'bs', 'bsc', 'bsn', 'cpa', 'cfa', 'cfp', 'pmp', 'pe'],
  ...['rn', 'lpn', 'np', 'aprn', 'crna', 'pa', 'lcsw', 'lmft', 'lpc', 'rd', 'pt', 'dpt', 'ot', 'aia', 'sphr', 'phr'],
]);
/** Those that are nobody's last name where no comma stands before them: "Ann Ma" and "Kim Do" are people. */
const PLAIN_SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|md|phd|dds|cpa)$/;

/**
 * Those that are given names as well: "Lee, Jo" and "Nguyen, Do" are people. Capitals or dots tell that they are none.
 */
const GIVEN = new Set(['do', 'ma', 'pa', 'pe', 'ba', 'ot', 'od', 'edd', 'jd', 'aia']);

/**
 * A full name as first and last name. "Last, First Middle" is taken at its comma. Otherwise the last word is the last
 * name, together with what follows it of generations, degrees and credentials (behind a comma: RN, MBA and the like;
 * without one: Jr, Sr, II, III, IV, Esq, MD, PhD, DDS, CPA), and everything before it is the first name. One word alone
 * is a first name, and a last name where they stand behind its comma. Spelling and case stay as they are.
 */
export function splitFullName(fullName: string): PersonName {
  const [beforeComma = '', ...afterComma] = fullName.split(',').map((part) => part.trim());
  const behind = afterComma.filter((part) => part !== '');
  const isWhole = /\S\s+\S/.test(beforeComma);
  // In a file of nothing but capitals, they say nothing: "NGUYEN, DO" is a person.
  const capitalsCount = isWhole || beforeComma !== beforeComma.toUpperCase();
  const isSuffix = (part: string, index: number) => isSuffixes(part, capitalsCount || index > 0);
  if (behind.length > 0 && !behind.every(isSuffix)) {
    // "Doe, Jane, RN": the credentials go with the last name, as they do without a comma.
    const first = behind.filter((part, index) => !isSuffix(part, index));
    return { firstName: first.join(', '), lastName: joinedBy(', ', [beforeComma, ...behind.filter(isSuffix)]) };
  }
  const words = beforeComma.split(/\s+/).filter((word) => word !== '');
  if (words.length === 1 && behind.length > 0) return { firstName: null, lastName: joined([...words, ...behind]) };
  let start = words.length - 1;
  while (start > 1 && PLAIN_SUFFIX.test(bare(words[start] ?? ''))) start--;
  if (start < 1) return { firstName: joined([...words, ...behind]), lastName: null };
  return { firstName: joined(words.slice(0, start)), lastName: joined([...words.slice(start), ...behind]) };
}

/** "M.D.", "RN", "RN MBA". */
function isSuffixes(part: string, capitalsCount: boolean): boolean {
  return part.split(/[\s/]+/).every((word) => {
    if (!SUFFIXES.has(bare(word))) return false;
    return !GIVEN.has(bare(word)) || word.includes('.') || (capitalsCount && word === word.toUpperCase());
  });
}

function bare(word: string): string {
  return word.replaceAll('.', '').toLowerCase();
}

/** First and last name as one text; null for neither. */
export function fullNameOf({ firstName, lastName }: PersonName): string | null {
  return joined([firstName, lastName]);
}

function joined(words: readonly (string | null)[]): string | null {
  return joinedBy(' ', words);
}

function joinedBy(separator: string, words: readonly (string | null)[]): string | null {
  return words.filter((word) => word !== null && word !== '').join(separator) || null;
}
