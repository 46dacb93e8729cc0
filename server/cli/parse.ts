import { InvalidArgumentError } from '@commander-js/extra-typings';

/** `key=value`, given any number of times. */
export function pairs(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as key=value.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/** The same, where a value that is JSON (a number, true, a list) is that, and any other is a text. */
export function jsonPairs(text: string, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const values = Object.entries(pairs(text)).map(([key, value]) => [key, jsonOrText(value)] as const);
  return { ...before, ...Object.fromEntries(values) };
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A text, given any number of times. */
export function texts(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Enter a whole number.');
  return Number(text);
}

export function share(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError('Enter a number from 0 to 1.');
  return number;
}

/** A day or a moment, as ISO 8601 writes it. */
export function moment(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Enter a day, such as 2027-01-31.');
  return date;
}
