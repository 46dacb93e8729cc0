import { accessMessages } from './en/access.ts';
import { importsMessages } from './en/imports.ts';
import { recordsMessages } from './en/records.ts';
import { rowsMessages } from './en/rows.ts';
import { sourcesMessages } from './en/sources.ts';
import { defineMessages, type Message, type MessageMaker } from './message.ts';
import { createMessageText } from './text.ts';

/** Every sentence of the server, by its code. */
export const catalogue = {
  ...sourcesMessages,
  ...rowsMessages,
  ...importsMessages,
  ...recordsMessages,
  ...accessMessages,
};

/**
 * A sentence of the catalogue.
 *
 * @example message('ROW_TOO_LONG', { line: 7, size: 1_048_576 })
 */
export const message: MessageMaker<typeof catalogue> = defineMessages(catalogue);

/** The English of a message, by the catalogue; its own text for an author's code. */
export const messageText = createMessageText([catalogue]);

/** A text that has no code: what a library or an author's code said. */
export function plainMessage(text: string): Message {
  return { code: 'TEXT', message: text };
}
