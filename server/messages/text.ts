import type { Catalogue, Message, MessageParam, ParamTypes } from './message.ts';

type Write = (param: MessageParam, text: MessageText) => string;
/** The English of a message. */
export type MessageText = (message: Message) => string;

const MIB = 1024 * 1024;

/** How parameters are written in English, by their names; any other is written as it is. */
const WRITTEN: { readonly [Name in keyof ParamTypes]?: Write } = {
  size,
  bytes: size,
  rate: percent,
  threshold: percent,
};

/** Writes messages by these catalogues, the earlier first. A code that none has is written by its own text, or as it is. */
export function createMessageText(catalogues: readonly Catalogue[]): MessageText {
  return messageText;

  function messageText(message: Message): string {
    if (message.message !== undefined) return message.message;
    const sentence = catalogues.find((catalogue) => Object.hasOwn(catalogue, message.code))?.[message.code];
    if (sentence === undefined) return message.code;
    const params = message.params ?? {};
    const [singular = '', plural = singular] = sentence.split(' |||| ');
    return (params.count === 1 ? singular : plural).replace(/%\{(\w+)\}/g, (_, name: string) => {
      const param = params[name];
      return param === undefined ? '' : write(name, param);
    });
  }

  function write(name: string, param: MessageParam): string {
    const own = Object.hasOwn(WRITTEN, name) ? WRITTEN[name as keyof ParamTypes] : undefined;
    if (own) return own(param, messageText);
    if (isMessage(param)) return messageText(param);
    return typeof param === 'object' ? param.join(', ') : String(param);
  }
}

export function isMessage(param: MessageParam): param is Message {
  return typeof param === 'object' && 'code' in param;
}

function size(bytes: MessageParam): string {
  return Number(bytes) % MIB === 0 && bytes !== 0 ? `${Number(bytes) / MIB} MiB` : `${bytes} bytes`;
}

/** Down to a hundredth, and never up: what misses a threshold must not look as if it met it. */
function percent(share: MessageParam): string {
  return `${Math.floor(Number(share) * 10_000 + 1e-6) / 100} %`;
}
