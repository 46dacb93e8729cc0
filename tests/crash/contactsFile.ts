import { createRandom, type Random } from './random.ts';

/** First name of the rows that the database refuses until their project is unblocked. */
export const BLOCKED = 'Blocked';

interface Person {
  readonly first: string;
  readonly last: string;
  readonly phone: string;
  readonly email: string;
}

const HEADER = 'First Name,Last Name,Phone,Email,Company,Title,City,Note';
/** How far back an earlier row is taken up again: within its chunk, or anywhere in the file. */
const NEAR = 8;

/**
 * A CSV of contacts that the seed decides: new people; earlier ones again (within a chunk and across chunks) with other
 * values, so that the order of application shows; people by e-mail only, some of whom two records answer to; rows
 * without any address, with a bad one, and rows that only the database refuses.
 */
export function contactsFile(seed: number, rows: number): string {
  const random = createRandom(seed);
  const people: Person[] = [];
  const lines = Array.from({ length: rows }, (_, index) => lineOf(random, people, index + 1));
  return `${[HEADER, ...lines].join('\n')}\n`;
}

function lineOf(random: Random, people: Person[], number: number): string {
  const kind = random.below(100);
  const company = `Company ${random.below(40)}`;
  const earlier = people.length > 20 ? earlierOf(random, people, kind) : undefined;
  if (kind < 18 && earlier) return line({ ...earlier, last: `${earlier.last}${number}` }, company, number);
  // By e-mail alone; where two records have it, nobody knows which is meant.
  if (kind < 22 && earlier) return line({ ...earlier, phone: '' }, company, number);
  if (kind < 24 && earlier) return line({ ...personOf(number, 'Twin'), email: earlier.email }, company, number);
  if (kind < 32) return line({ ...personOf(number, 'Nobody'), phone: '', email: '' }, company, number);
  if (kind < 44) return line({ ...personOf(number, 'Wrong'), phone: '', email: 'not an address' }, company, number);
  const person = personOf(number, kind < 45 ? BLOCKED : 'Ann');
  people.push(person);
  return line(person, company, number);
}

function earlierOf(random: Random, people: readonly Person[], kind: number): Person | undefined {
  const back = kind % 2 === 0 ? random.below(NEAR) : random.below(people.length);
  return people[people.length - 1 - back];
}

function personOf(number: number, first: string): Person {
  return { first, last: `Person${number}`, phone: `+1617${5_000_000 + number}`, email: `p${number}@example.org` };
}

function line({ first, last, phone, email }: Person, company: string, number: number): string {
  const note = number % 7 === 0 ? `"a note, of\ntwo lines: ${number}"` : `naïve ${number}`;
  return [first, last, phone, email, company, number % 5 === 0 ? 'Boss' : '', 'Boston', note].join(',');
}
