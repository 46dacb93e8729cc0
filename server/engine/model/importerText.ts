import type { Catalogue, Message } from '../../messages/message.ts';
import { createMessageText } from '../../messages/text.ts';
import type { AnyImporter } from '../../sdk/importer.ts';

type Importer = Pick<AnyImporter, 'messages'>;

/**
 * A message of an importer with its English, if its code is of the importer's own sentences and it has no text yet. The
 * text is stored beside code and parameters: it outlives the importer, and two importers can use the same code.
 */
export function withImporterText<M extends Message>({ messages }: Importer, message: M): M {
  if (!messages || message.message !== undefined || !Object.hasOwn(messages.en, message.code)) return message;
  return { ...message, message: createMessageText([messages.en])(message) };
}

/** An importer's sentences in the language nearest to a locale such as `de-AT`, and English for those that it lacks. */
export function messagesIn({ messages }: Importer, locale: string): Catalogue {
  if (!messages) return {};
  const [language = locale] = locale.split('-');
  const nearest = [language, locale].filter((name) => Object.hasOwn(messages, name)).map((name) => messages[name]);
  return Object.assign({}, messages.en, ...nearest);
}
