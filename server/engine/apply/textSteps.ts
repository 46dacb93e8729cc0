import { message } from '../../messages/catalogue.ts';
import { Invalid } from '../../sdk/fields.ts';
import type { ColumnSplit, TextStep } from '../model/fieldRule.ts';

/** Longer cells fail their row: no field takes them, and a record of them is of no use. In UTF-16 code units. */
export const MAX_CELL_LENGTH = 262_144;

/** Codes that stand beside an amount, as ISO 4217 and everyday use write them. */
const CURRENCY_CODE = /^(?:[A-Z]{3}|[A-Z]{1,2}\$|Fr\.|kr\.?|zł|Kč)$/;

type Change = (text: string) => string | Invalid;

/** Applies steps to a text, one after the other. Their work is linear in the text, and its length stays bounded. */
export function createTextSteps(steps: readonly TextStep[], locale: string | undefined): Change {
  const changes = steps.map((step) => changeOf(step, locale));
  return (text) => {
    let changed = text;
    for (const change of changes) {
      const next = change(changed);
      if (next instanceof Invalid) return next;
      changed = next;
    }
    return changed;
  };
}

function changeOf(step: TextStep, locale: string | undefined): Change {
  const { trim, replace, remove } = step;
  if (trim !== undefined) return trim === 'ENDS' ? (text) => text.trim() : (text) => text.trim().replace(/\s+/g, ' ');
  if (step.case !== undefined) return caseOf(step.case, locale);
  if (replace !== undefined) return (text) => replaceAll(text, replace.find, replace.with);
  if (remove === 'PERCENT')
    return (text) =>
      text
        .trim()
        .replace(/^[%‰]|[%‰]$/u, '')
        .trim();
  if (remove === 'CURRENCY') return withoutCurrency;
  return (text) => text;
}

function caseOf(wanted: 'UPPER' | 'LOWER' | 'TITLE', locale: string | undefined): Change {
  if (wanted === 'UPPER') return (text) => text.toLocaleUpperCase(locale);
  if (wanted === 'LOWER') return (text) => text.toLocaleLowerCase(locale);
  return (text) =>
    text
      .toLocaleLowerCase(locale)
      .replace(/(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase(locale));
}

/** A short text replaced by a long one, twenty times over, must not fill the memory: the length is known before. */
function replaceAll(text: string, find: string, replacement: string): string | Invalid {
  const parts = text.split(find);
  const length = text.length + (parts.length - 1) * (replacement.length - find.length);
  return length > MAX_CELL_LENGTH ? tooLong(length) : parts.join(replacement);
}

/** € 12.50, 12,50 EUR, CHF 12.50: a sign or a code at either end. Nothing within the text is touched. */
function withoutCurrency(text: string): string {
  const signs = text
    .trim()
    .replace(/^\p{Sc}|\p{Sc}$/gu, '')
    .trim();
  const first = /^[^\d\s.,+−-]{1,4}\.?(?=[\s\d.,+−-])/u.exec(signs)?.[0] ?? '';
  if (CURRENCY_CODE.test(first)) return signs.slice(first.length).trim();
  const last = /[^\d\s,+−-]{2,4}$/u.exec(signs)?.[0] ?? '';
  return CURRENCY_CODE.test(last) ? signs.slice(0, -last.length).trim() : signs;
}

/** The parts of a text, one for each field; the last one takes all that remains. */
export function createSplitter({ separator, at, fields }: ColumnSplit): (text: string) => readonly string[] {
  const count = fields.length;
  if (separator !== undefined) return (text) => splitAt(text, separator, count);
  switch (at) {
    case 'LINE_BREAK':
      return (text) => splitAt(text.replace(/\r\n?/g, '\n').trim(), '\n', count);
    case 'LAST_SPACE':
      return (text) => lastWordsOf(text.trim().split(/\s+/), count);
    default:
      return (text) => splitAt(text.trim().replace(/\s+/g, ' '), ' ', count);
  }
}

function splitAt(text: string, separator: string, count: number): string[] {
  const parts: string[] = [];
  let from = 0;
  while (parts.length < count - 1) {
    const found = text.indexOf(separator, from);
    if (found === -1) break;
    parts.push(text.slice(from, found));
    from = found + separator.length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}

/** The last words stand alone, and the first field takes what comes before: "Ludwig van" and "Beethoven". */
function lastWordsOf(words: readonly string[], count: number): string[] {
  // A single word is the first field's.
  const alone = Math.min(count - 1, words.length - 1);
  const before = words.slice(0, words.length - alone).join(' ');
  return [before, ...words.slice(words.length - alone)];
}

export function tooLong(count: number): Invalid {
  return new Invalid(message('TOO_LONG', { cause: message('VALUE_TOO_LONG', { count, limit: MAX_CELL_LENGTH }) }));
}
