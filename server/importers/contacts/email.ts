import { cellText, customField, type Field, type FieldOptions, Invalid, normaliseEmail } from '../../sdk/index.ts';
import { splitValues } from './splitValues.ts';

/** What a cell of an e-mail column holds; see PhoneCell. */
export interface EmailCell {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

/** A cell with an e-mail address. An invalid one is no fault yet: whether the row has another is for `records` to see. */
export function emailField(options: FieldOptions): Field<EmailCell> {
  return customField('email', options, (cell) => {
    const text = cellText(cell);
    return text instanceof Invalid ? text : readEmails(text);
  });
}

function readEmails(text: string): EmailCell {
  const valid: string[] = [];
  const invalid: string[] = [];
  for (const value of splitValues(text)) {
    const email = normaliseEmail(value);
    if (email === null) invalid.push(value);
    else valid.push(email);
  }
  return { valid, invalid };
}
