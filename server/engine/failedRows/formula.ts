/** Where a spreadsheet may take a new cell to begin: at the start, and behind what divides cells or lines somewhere. */
const START = '(?<=^|[;\\t\\r\\n])';
/** What makes a cell a formula: https://owasp.org/www-community/attacks/CSV_Injection, full-width forms included. */
const FORMULA = '[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

const PLAIN = new RegExp(`${START}('*${FORMULA})`, 'g');
const ESCAPED = new RegExp(`${START}'('*${FORMULA})`, 'g');

/**
 * The text as a spreadsheet shows it and does not compute it: an apostrophe before what would begin a formula.
 * `unescapeFormulas` takes exactly these apostrophes off again, whatever the text: one more is put before a formula's
 * sign that has apostrophes already.
 */
export function escapeFormulas(text: string): string {
  return text.replace(PLAIN, "'$1");
}

export function unescapeFormulas(text: string): string {
  return text.replace(ESCAPED, '$1');
}
