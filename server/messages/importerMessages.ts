import { type Catalogue, defineMessages } from './message.ts';

/** An importer's own sentences, by language (such as `de`) and by code. English is the fallback for every language. */
export interface ImporterMessages {
  readonly en: Catalogue;
  readonly [language: string]: Catalogue;
}

/**
 * An importer's own sentences: `messages` is for the definition of the importer, and `message` makes what RowRejected and
 * `warn` take. `%{name}` stands for a parameter, and ` |||| ` separates the singular from the plural, by `count`. An
 * unknown code, a missing parameter, or a language without one of the English codes does not compile.
 *
 * @example
 * const { message, messages } = importerMessages({
 *   en: { NEGATIVE_PRICE: 'A price is 0 or more, not %{price}.' },
 *   de: { NEGATIVE_PRICE: 'Ein Preis ist 0 oder mehr, nicht %{price}.' },
 * });
 * const reason = message('NEGATIVE_PRICE', { price: -5 });
 * throw new RowRejected({ ...reason, field: 'price' });
 */
export function importerMessages<const English extends Catalogue>(
  messages: { readonly en: English } & { readonly [language: string]: { readonly [Code in keyof English]: string } },
): { readonly messages: ImporterMessages; readonly message: ReturnType<typeof defineMessages<English>> } {
  return { messages, message: defineMessages(messages.en) };
}
