import { expect } from 'vitest';
import { messageText } from '../../server/messages/catalogue.ts';
import type { Message } from '../../server/messages/message.ts';

/** The English of a message; nothing where there is none. */
export function textOf(message: Message | null | undefined): string {
  return message ? messageText(message) : '';
}

/** In place of a message in a comparison: one whose English holds this text, or fits this pattern. */
export function saying(expected: string | RegExp): unknown {
  return expect.toSatisfy((message: Message | null) => {
    const text = textOf(message);
    return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
  }, `a message that says ${expected}`);
}
