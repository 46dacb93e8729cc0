import type { Message } from '../messages/message.ts';
/** What came of trying to send a message once. */
export type Attempt =
  | { readonly kind: 'delivered'; readonly status: number | null }
  /** This server cannot send it, now or later. */
  | { readonly kind: 'notSent'; readonly error: Message }
  | {
      readonly kind: 'failed';
      /** What the other side answered: of HTTP, or of SMTP. */
      readonly status: number | null;
      /** Without secrets. */
      readonly error: Message;
      /** Trying again would not do better. */
      readonly isFinal: boolean;
      readonly retryAfterSeconds: number | null;
    };
