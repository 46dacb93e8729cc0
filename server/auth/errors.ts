import type { Message } from '../messages/message.ts';
import { MessageError } from '../messages/messageError.ts';

/** The viewer can see the project, but their role in it does not allow what they asked for. */
export class Forbidden extends MessageError {
  override readonly name = 'Forbidden';

  constructor(reason: Message) {
    super({ code: 'FORBIDDEN', params: { cause: reason } });
  }
}
