export interface PersonName {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|md|phd|dds|cpa)\.?$/i;

/**
 * A full name as first and last name. "Last, First Middle" is taken at its comma. Otherwise the last word is the last
 * name, together with what follows it of Jr, Sr, II, III, IV, Esq, MD, PhD, DDS, CPA, and everything before it is the
 * first name. One word alone is a first name. Spelling and case stay as they are.
 */
export function splitFullName(fullName: string): PersonName {
  const [beforeComma = '', ...afterComma] = fullName.split(',').map((part) => part.trim());
  const behind = afterComma.filter((part) => part !== '');
  if (behind.length > 0 && !behind.every((part) => SUFFIX.test(part))) {
    return { firstName: behind.join(', '), lastName: beforeComma || null };
  }
  const words = beforeComma.split(/\s+/).filter((word) => word !== '');
  let start = words.length - 1;
  while (start > 1 && SUFFIX.test(words[start] ?? '')) start--;
  if (start < 1) return { firstName: joined([...words, ...behind]), lastName: null };
  return { firstName: joined(words.slice(0, start)), lastName: joined([...words.slice(start), ...behind]) };
}

/** First and last name as one text; null for neither. */
export function fullNameOf({ firstName, lastName }: PersonName): string | null {
  return joined([firstName, lastName]);
}

function joined(words: readonly (string | null)[]): string | null {
  return words.filter((word) => word !== null && word !== '').join(' ') || null;
}
