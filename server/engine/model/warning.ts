import type { Message } from '../../messages/message.ts';

export interface Warning extends Message {
  readonly column?: string;
  readonly count?: number;
}
