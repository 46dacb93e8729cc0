import { cellText, customField, type Field, type FieldOptions, Invalid, normaliseEmail } from '../../sdk/index.ts';
import { splitValues } from './splitValues.ts';

/** What a cell of an e-mail column holds; see PhoneCell. */
export interface EmailCell {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
  /** The name before an address in angle brackets: `Nea Nord <nea@x.example>`. */
  readonly name: string | null;
}

/**
 * A cell with an e-mail address. An invalid one is not an error yet: whether the row has another is for `records` to
 * see.
 */
export function emailField(options: FieldOptions): Field<EmailCell> {
  return customField('email', options, (cell) => {
    const text = cellText(cell);
    return text instanceof Invalid ? text : readEmails(text);
  });
}

function readEmails(text: string): EmailCell {
  const alone = normaliseEmail(text);
  if (alone !== null) return { valid: [alone], invalid: [], name: null };
  const valid: string[] = [];
  const invalid: string[] = [];
  let name: string | null = null;
  for (const value of splitValues(text).flatMap(splitAddresses)) {
    const read = readAddress(value);
    if (read.email === null) invalid.push(value);
    else valid.push(read.email);
    name ??= read.name;
  }
  return { valid, invalid, name };
}

/** Several addresses in a cell: divided by what no address holds, or by white space where each part has an @. */
function splitAddresses(text: string): string[] {
  if (text.length > LONGEST) return [text];
  const parts = partsOf(text, /[;,|\n]/);
  if (parts.length > 1 && parts.some((part) => part.includes('@'))) {
    // A comma within a name: `Nord, Nea <nea@x.example>`.
    return parts.every((part) => part.includes('@')) || !text.includes('<') ? parts : [text];
  }
  const words = partsOf(text, /\s/);
  return words.length > 1 && words.every((word) => normaliseEmail(word) !== null) ? words : [text];
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Longer cells hold no list of addresses that anybody wrote. */
const LONGEST = 2_000;

function readAddress(text: string): { readonly email: string | null; readonly name: string | null } {
  const start = text.lastIndexOf('<');
  const isNamed = start >= 0 && text.endsWith('>') && text.length <= LONGEST;
  const address = isNamed ? text.slice(start + 1, -1) : text;
  const email = normaliseEmail(withoutScheme(address.trim()));
  const name = isNamed ? text.slice(0, start).replaceAll('"', '').trim() : '';
  return { email, name: email !== null && name !== '' && !name.includes('@') ? name : null };
}

/** `mailto:ann@x.example?subject=Hello` is a link to an address. */
function withoutScheme(address: string): string {
  if (!/^mailto:/i.test(address)) return address;
  return address.slice('mailto:'.length).split('?', 1)[0] ?? '';
}
