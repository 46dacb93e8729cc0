/** Words that are written in capitals. */
const CAPITALS = new Set(['id', 'sku', 'url', 'uri', 'ean', 'gtin', 'isbn', 'vat', 'uuid', 'ip', 'html', 'json']);

/** What a source file must not contain unescaped: control characters, those that turn the direction of text, line ends. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text of the database as a literal of JavaScript, whatever is in it. */
export function literal(text: string): string {
  const quoted = JSON.stringify(text).replace(UNSEEN, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
  return /['"\\]/.test(quoted.slice(1, -1)) ? quoted : `'${quoted.slice(1, -1)}'`;
}

/** A text of the database in a line for people: as it is where that is plain. */
export function shown(text: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(text) ? text : literal(text);
}

/** unit_price, unitPrice and "Unit price" are the words unit and price. */
export function wordsOf(name: string): string[] {
  const parted = name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u);
  return parted.filter((word) => word !== '').map((word) => word.toLowerCase());
}

export function labelOf(words: readonly string[]): string {
  const written = words.map((word, index) => {
    if (CAPITALS.has(word)) return word.toUpperCase();
    return index === 0 ? capitalized(word) : word;
  });
  return written.join(' ') || 'Records';
}

/** A name that can stand in a program, and that no object has by itself, as it has `constructor`. */
export function identifierOf(words: readonly string[], fallback: string): string {
  const name = words.map((word, index) => (index === 0 ? word : capitalized(word))).join('');
  if (!/^\p{ID_Start}\p{ID_Continue}*$/u.test(name)) return `${fallback}${capitalized(name)}`.replace(NOT_IN_NAMES, '');
  return name in {} ? `${name}Value` : name;
}

const NOT_IN_NAMES = /\P{ID_Continue}/gu;

/** The name, or with a number where it is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}

/** The name of an importer, as the start takes it. */
export function importerNameOf(words: readonly string[], taken: ReadonlySet<string>): string {
  const plain = identifierOf(words, 'table').replaceAll(/[^a-zA-Z0-9]/g, '');
  const name = /^[a-z]/.test(plain) ? plain.slice(0, 40) : `table${plain}`.slice(0, 40);
  return taken.has(name) ? `${name}-table` : name;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
