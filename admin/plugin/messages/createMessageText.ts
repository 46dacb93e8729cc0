import { catalogue, messageText as englishText } from '../../../server/messages/catalogue.ts';
import type { Message, MessageParam, MessageParams } from '../../../server/messages/message.ts';
import { createMessageText as createEnglishText, isMessage } from '../../../server/messages/text.ts';
import { isRecord } from '../api/json.ts';
import type { ImporterSentences } from '../api/types.ts';
import { en } from '../i18n/en.ts';
import { countryName } from '../ui/format/countryName.ts';
import type { Format } from '../ui/format/useFormat.ts';

type Translate = (key: string, values?: object) => string;

/** A message as the API gives it: as `Message` with its English in `text`, or as an error with it in `message`. */
export interface ServerMessage {
  readonly code: string;
  readonly params?: unknown;
  readonly text?: string;
  readonly message?: string;
}

/** A message in the person's language. */
export type MessageText = (message: ServerMessage) => string;

/** English labels of the shipped importers, and labels and names of their fields, to the key of each. */
const IMPORTERS = new Map(Object.entries(en.importers).map(([name, label]) => [label, `importers.${name}`]));
const FIELDS = new Map(
  Object.entries(en.fields)
    .flatMap(([importer, fields]) =>
      Object.entries(fields).map(([name, label]) => ({ name, label, key: `fields.${importer}.${name}` })),
    )
    .flatMap(({ name, label, key }) => [[name, key] as const, [label, key] as const]),
);

/**
 * Translates by `sluice.messages.CODE`, which a host can override and extend. Numbers, sizes, shares, times and names are
 * written as the locale has them. `importers` have the sentences of their own codes. A code without a translation is
 * shown by the server's text.
 */
export function createMessageText(
  locale: string,
  translate: Translate,
  format: Format,
  importers: readonly ImporterSentences[] = [],
): MessageText {
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const byKey = (key: string | undefined, text: string) => (key ? translate(`sluice.${key}`, { _: text }) : text);
  const field = (text: string) => byKey(FIELDS.get(text), text);
  const role = (text: string) => byKey(`roles.${text}.name`, text);

  const numbers = new Map<string, (value: number) => string>([
    ['size', format.bytes],
    ['bytes', format.bytes],
    // Rounded down: what misses a threshold must not look as if it met it.
    ['rate', (share) => shares.format(Math.floor(share * 10_000 + 1e-6) / 10_000)],
    ['threshold', (share) => shares.format(share)],
  ]);
  const texts = new Map<string, (value: string) => string>([
    ['when', format.time],
    ['region', (text) => countryName(locale, text) ?? text],
    ['status', (text) => byKey(`status.${text}`, text)],
    ['role', role],
    ['needed', role],
    ['importer', (text) => byKey(IMPORTERS.get(text), text)],
    ['field', field],
    ['key', field],
    ['labels', field],
    ['fields', field],
  ]);
  return messageText;

  function messageText({ code, params, text, message }: ServerMessage): string {
    const english = text ?? message;
    const values = paramsOf(params);
    const ofImporter = sentenceOfImporter(importers, { code, params: values }, english);
    const isOwn = english !== undefined && isOwnText({ code, params: values }, english);
    if (isOwn && ofImporter === undefined) return english;
    const written = Object.entries(values).map(([name, param]) => [name, write(name, param)]);
    const smart_count = Number(values.count ?? 0);
    const key = isOwn ? `importer_messages.${code}` : `messages.${code}`;
    return (
      translate(`sluice.${key}`, { ...Object.fromEntries(written), smart_count, _: ofImporter ?? '' }) ||
      (english ?? code)
    );
  }

  function write(name: string, param: MessageParam): string {
    if (typeof param === 'number') return (numbers.get(name) ?? format.number)(param);
    if (typeof param === 'string') return texts.get(name)?.(param) ?? param;
    return isMessage(param) ? messageText(param) : param.map((item) => write(name, item)).join(', ');
  }
}

/** The sentence of the importer that the message is of: several can use a code, and the English text tells which. */
function sentenceOfImporter(
  importers: readonly ImporterSentences[],
  message: Message,
  english: string | undefined,
): string | undefined {
  const importer = importers.find(
    (candidate) =>
      Object.hasOwn(candidate.english, message.code) && createEnglishText([candidate.english])(message) === english,
  );
  return importer?.local[message.code];
}

/** An importer's author can give a code of the catalogue a text of their own, which then is what they mean. */
function isOwnText(message: Message, english: string): boolean {
  return Object.hasOwn(catalogue, message.code) && englishText(message) !== english;
}

/** JSON of the API, whose schema cannot say more. */
function paramsOf(params: unknown): MessageParams {
  return isRecord(params) ? (params as MessageParams) : {};
}
