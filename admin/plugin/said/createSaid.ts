import { en } from '../i18n/en.ts';
import { countryName } from '../ui/format/countryName.ts';
import type { Format } from '../ui/format/useFormat.ts';
import { recognise } from './recognise.ts';

type Translate = (key: string, words?: object) => string;
type Show = (part: string) => string;

/**
 * A sentence in the person's language, with its numbers, sizes, shares and times as they are written there. What the
 * console does not know, as an importer of the user's own may say it: the message by the key `otherwise`, else itself.
 */
export type Say = (sentence: string, otherwise?: string) => string;

/** English labels of the shipped importers and their fields, which sentences name, to the key of each. */
const IMPORTERS = new Map(Object.entries(en.importers).map(([name, label]) => [label, `importers.${name}`]));
const ALL_FIELDS = Object.entries(en.fields).flatMap(([importer, fields]) =>
  Object.entries(fields).map(([name, label]) => ({ name, label, key: `fields.${importer}.${name}` })),
);
const FIELDS = new Map(ALL_FIELDS.map(({ label, key }) => [label, key]));

const FIELDS_BY_NAME = new Map(ALL_FIELDS.map(({ name, key }) => [name, key]));

export function createSaid(locale: string, translate: Translate, format: Format): Say {
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const word = (key: string | undefined, text: string) => (key ? translate(`sluice.${key}`, { _: text }) : text);
  const number: Show = (part) => format.number(Number(part));
  const share: Show = (part) => shares.format(Number.parseFloat(part) / 100);
  const shown: Readonly<Record<string, Show>> = {
    ...kind('count rows limit line page total seen columns seconds number', number),
    ...kind('rate threshold', share),
    ...kind('cause what where kind advice cells given key how type', (part) => say(part)),
    size: (part) => (part.endsWith(' bytes') ? format.bytes(Number.parseFloat(part)) : part),
    when: format.time,
    region: (part) => countryName(locale, part) ?? part,
    status: (part) => word(`status.${part}`, part),
    ...kind('role needed', (part) => word(`roles.${part}.name`, part)),
    importer: (part) => word(IMPORTERS.get(part), part),
    field: (part) => word(FIELDS.get(part), part),
    labels: (part) => each(part, (label) => word(FIELDS.get(label), label)),
    fields: (part) => each(part, (name) => word(FIELDS_BY_NAME.get(name), name)),
  };
  return say;

  function say(sentence: string, otherwise?: string): string {
    const found = recognise(sentence);
    if (!found) {
      // It may be a key of the console's own.
      const own = translate(sentence, { _: sentence });
      return otherwise ? translate(otherwise, { _: own }) : own;
    }
    const words = Object.entries(found.parts).map(([name, part]) => [name, shown[name]?.(part) ?? part]);
    const many = Number(found.parts.count ?? 0);
    return translate(`sluice.said.${found.key}`, { ...Object.fromEntries(words), smart_count: many, _: sentence });
  }
}

/** Of a list. */
function each(list: string, show: Show): string {
  return list.split(', ').map(show).join(', ');
}

function kind(names: string, show: Show): Record<string, Show> {
  return Object.fromEntries(names.split(' ').map((name) => [name, show]));
}
