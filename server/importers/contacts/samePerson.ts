import { matchText } from '../../sdk/index.ts';
import { type GivenName, readGivenName } from './givenNames.ts';
import type { PersonName } from './names.ts';

/**
 * What two names say of whether they are one person's. RENAMED: the first names agree and the last names do not, which
 * is somebody who took another name, or somebody else. UNKNOWN: one of them is missing.
 */
export type NameRelation = 'SAME' | 'MAY_BE' | 'RENAMED' | 'DIFFERENT' | 'UNKNOWN';

interface FoldedName {
  readonly first: readonly GivenName[];
  readonly last: readonly string[];
  /** Jr or Sr, II, III: father and son have the rest in common. */
  readonly generation: string | null;
  readonly whole: string;
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
/** Say nothing of who somebody is. */
const TITLES = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|md|phd|dds|cpa|esq|rn)$/;

/** A record is compared with every row that has its phone number, so that its name is folded once. */
const folded = new WeakMap<PersonName, FoldedName>();

/** Compares names without case, accents and punctuation: "B. Ray" and "Robert Ray" may be one, "Ann Lee" is not. */
export function compareNames(a: PersonName, b: PersonName): NameRelation {
  const [one, other] = [foldName(a), foldName(b)];
  if (one.whole === '' || other.whole === '') return 'UNKNOWN';
  if (one.generation !== null && other.generation !== null && one.generation !== other.generation) return 'DIFFERENT';
  if (one.whole === other.whole) return one.generation === other.generation ? 'SAME' : 'MAY_BE';
  return compareParts(one, other);
}

function compareParts(a: FoldedName, b: FoldedName): NameRelation {
  const [lacking, full] = a.first.length === 0 || a.last.length === 0 ? [a, b] : [b, a];
  if (lacking.first.length === 0 || lacking.last.length === 0) return mayBePart(lacking, full) ? 'MAY_BE' : 'DIFFERENT';
  const isSameFirst = firstNamesAgree(a.first, b.first);
  if (lastNamesAgree(a.last, b.last)) return isSameFirst ? 'MAY_BE' : 'DIFFERENT';
  if (isReversed(a, b)) return 'MAY_BE';
  return isSameFirst && a.first[0]?.text === b.first[0]?.text ? 'RENAMED' : 'DIFFERENT';
}

/** One word may be either name: "Ray" alone is a last name in the column of first names. */
function mayBePart({ first, last }: FoldedName, full: FoldedName): boolean {
  const words = [...first.map(({ text }) => text), ...last];
  if (first.length > 0 && full.first.length > 0 && firstNamesAgree(first, full.first)) return true;
  return (
    lastNamesAgree(words, full.last) ||
    lastNamesAgree(
      words,
      full.first.map(({ text }) => text),
    )
  );
}

/** Word by word as far as both go: "Mary Ann" may be "Mary", and is not "Mary Beth". */
function firstNamesAgree(a: readonly GivenName[], b: readonly GivenName[]): boolean {
  return a.slice(0, b.length).every((name, index) => name.mayBe(b[index]?.text ?? ''));
}

/** "Smith-Jones" holds "Smith". */
function lastNamesAgree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** "Lee, Ann" in the columns of "Ann Lee". */
function isReversed(a: FoldedName, b: FoldedName): boolean {
  const firsts = ({ first }: FoldedName) => first.map(({ text }) => text).join(' ');
  return firsts(a) === b.last.join(' ') && firsts(b) === a.last.join(' ');
}

function foldName(name: PersonName): FoldedName {
  const known = folded.get(name);
  if (known) return known;
  const first = wordsOf(name.firstName);
  const last = wordsOf(name.lastName);
  const isNamePart = (word: string) => !GENERATION.test(word) && !TITLES.test(word);
  const made = {
    first: first.filter(isNamePart).map(readGivenName),
    last: last.filter(isNamePart),
    generation: [...last, ...first].find((word) => GENERATION.test(word)) ?? null,
    whole: [...first, ...last].filter(isNamePart).join(' '),
  };
  folded.set(name, made);
  return made;
}

function wordsOf(name: string | null): string[] {
  return name === null
    ? []
    : matchText(name)
        .split(' ')
        .filter((word) => word !== '');
}
