import { messageText, plainMessage } from './catalogue.ts';
import type { Message, MessageParams } from './message.ts';

/** An error whose words are a message: `message` is its English, for logs. */
export class MessageError extends Error {
  readonly code: string;
  readonly params: MessageParams;
  /** What is stored and shown of it. */
  readonly reason: Message;

  constructor(reason: Message, options?: ErrorOptions) {
    super(messageText(reason), options);
    this.code = reason.code;
    this.params = reason.params ?? {};
    this.reason = reason;
  }
}

/** What an error says: its message, or its plain text where it has none. */
export function reasonOf(error: unknown): Message {
  if (error instanceof MessageError) return error.reason;
  return plainMessage(error instanceof Error ? error.message : String(error));
}
