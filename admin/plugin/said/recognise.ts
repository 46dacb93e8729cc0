import { saidWords } from '../i18n/en/said.ts';

/** A sentence of the server's: which of them, and what it has put into it, by name. */
export interface Recognised {
  readonly key: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Longer ones are a person's own text, or an importer's. */
const LONGEST = 4000;

/** How what stands in a sentence is written there; by the name of the part. Any other may be anything. */
const WRITTEN: Readonly<Record<string, string>> = {
  ...named('count rows limit line page total seen columns seconds number', '-?\\d+(?:\\.\\d+)?'),
  ...named('size', '\\d+ bytes|[\\d.]+ MiB'),
  ...named('rate threshold', '[\\d.e+-]+ %'),
  ...named('when', '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'),
  ...named('status role needed', '[A-Z_]+'),
  ...named('url', 'https?:\\S+'),
};

interface Pattern {
  readonly key: string;
  readonly expression: RegExp;
  /** Its longest piece that does not vary: cheaper to look for than the expression. */
  readonly piece: string;
  /** How much of the sentence does not vary: what fits a longer one is that one. */
  readonly fixed: number;
}

let known: readonly Pattern[] | null = null;

/** Which of its sentences the server said; null for one that the console does not know. */
export function recognise(text: string): Recognised | null {
  if (text.length > LONGEST) return null;
  known ??= patterns();
  for (const { key, expression, piece } of known) {
    const found = text.includes(piece) ? expression.exec(text) : null;
    if (found) return { key, parts: { ...found.groups } };
  }
  return null;
}

function patterns(): Pattern[] {
  return Object.entries(saidWords.said)
    .flatMap(([key, sentence]) => sentence.split(' |||| ').map((form) => pattern(key, form)))
    .sort((one, other) => other.fixed - one.fixed);
}

function pattern(key: string, form: string): Pattern {
  const seen = new Set<string>();
  const expression = form.split(/(%\{\w+\})/).map((piece) => {
    const name = /^%\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) return piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>${WRITTEN[name] ?? '.+?'})`;
  });
  const pieces = form.split(/%\{\w+\}/);
  const piece = pieces.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return { key, expression: new RegExp(`^${expression.join('')}$`, 's'), piece, fixed: pieces.join('').length };
}

function named(names: string, written: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, written]));
}
