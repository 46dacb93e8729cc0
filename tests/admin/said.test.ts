import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import { describe, expect, test } from 'vitest';
import { de } from '../../admin/plugin/i18n/de.ts';
import { en, type SluiceWords } from '../../admin/plugin/i18n/en.ts';
import { createSaid } from '../../admin/plugin/said/createSaid.ts';
import { recognise } from '../../admin/plugin/said/recognise.ts';
import { createFormat } from '../../admin/plugin/ui/format/useFormat.ts';
import { parseOptions } from '../../server/engine/model/options.ts';
import { contacts } from '../../server/importers/contacts/index.ts';
import { HOLE, serverTexts } from '../helpers/serverTexts.ts';

const FOLDERS = ['auth', 'downloads', 'engine', 'files', 'graphql', 'http', 'importers', 'limits', 'notify'];
const texts = [...FOLDERS, 'sdk', 'sources'].flatMap((folder) => serverTexts(`server/${folder}`));

/** What the schema describes, what the start of a server and other clients than the console are told, and e-mails. */
const FOR_OTHERS = new RegExp(
  `^server/(${[
    ...['connection', 'results', 'importers/savedMappings', 'imports/failedRowActions', 'imports/importCounts'].map(
      (file) => `graphql/${file}`,
    ),
    ...['imports/importUndo', 'projects/lists', 'schedules/schedule'].map((file) => `graphql/${file}`),
    'importers/events/graphql/entity',
    ...['http/consoleFiles', 'http/documentLimits', 'http/health', 'notify/mail', 'engine/store/importers'],
  ].join('|')})\\.ts`,
);
/** Descriptions that stand as values, and what stays within the server or goes to clients that send no proper requests. */
const WITHIN = [
  ...['Lets its times pass without an import.', 'It runs again, from its next time on.'],
  'Takes it away; the answer is as it was. Its imports stay.',
  'Of which project; nothing where the viewer may not see it.',
  ...['The import is no longer at this chunk.', 'The source is no longer fetched here.'],
  ...['S3 gave no stream.', `The upload ${HOLE} is not within reach of this process.`],
  'A look at the source has read as much as it may.',
  ...['Only GET is answered here.', 'An upload cannot be downloaded.', 'The header Host names no host.'],
];

/** Sentences that the server puts together of pieces, and what a German reads. */
const COMPOSED = [
  [
    '84.99 % of the rows have a good outcome; at least 85 % are asked for.',
    '84,99 % der Zeilen haben ein gutes Ergebnis; verlangt sind mindestens 85 %.',
  ],
  [
    '50 % of the rows are valid; at least 95 % are asked for.',
    '50 % der Zeilen sind gültig; verlangt sind mindestens 95 %.',
  ],
  [
    '50 % of the rows refer to entities that are known; at least 90 % are asked for.',
    '50 % der Zeilen nennen Einträge, die bekannt sind; verlangt sind mindestens 90 %.',
  ],
  [
    'Starting imports of taxonomy was switched off by ann@example.com on 2026-11-21T09:30:00.000Z.',
    'Das Starten von Importen mit „taxonomy“ wurde von ann@example.com am TIME abgeschaltet.',
  ],
  [
    'Starting imports was switched off by ann@example.com on 2026-11-21T09:30:00.000Z: we move.',
    'Das Starten von Importen wurde von ann@example.com am TIME abgeschaltet: we move.',
  ],
  ['There is no venue "7" in this project.', 'In diesem Projekt gibt es keinen Ort „7“.'],
  ['There is no organizer "7" in this project.', 'In diesem Projekt gibt es keinen Veranstalter „7“.'],
  ['There is no category "7" in this project.', 'In diesem Projekt gibt es keine Kategorie „7“.'],
  [
    "Rows that reach somebody had phones that are none; they were kept in the contact's metadata.",
    'Zeilen, die jemanden erreichen, hatten Telefonnummern, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  ],
  [
    "Rows that reach somebody had emails that are none; they were kept in the contact's metadata.",
    'Zeilen, die jemanden erreichen, hatten E-Mail-Adressen, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  ],
  [
    'Events of the project that start within the range of the feed (2026-01-01 to 2026-01-31) are no longer there.',
    'Veranstaltungen des Projekts, die in dem Zeitraum des Feeds (2026-01-01 bis 2026-01-31) beginnen, sind nicht mehr da.',
  ],
  [
    'Events of the project that start within the range of the feed (2026-01-01 to 2026-01-31) are no longer there, and were marked as removed.',
    'Veranstaltungen des Projekts, die in dem Zeitraum des Feeds (2026-01-01 bis 2026-01-31) beginnen, sind nicht mehr da und wurden als entfernt vermerkt.',
  ],
  [
    'Events of the project that start within the range that the import is said to hold (2026-01-01 to 2026-01-31) are no longer there. They stay: rows are failed, or the feed is empty.',
    'Veranstaltungen des Projekts, die in dem Zeitraum, den der Import vollständig enthalten soll (2026-01-01 bis 2026-01-31) beginnen, sind nicht mehr da. Sie bleiben: Zeilen sind fehlgeschlagen, oder der Feed ist leer.',
  ],
  [
    'Write it as yyyy-MM-dd HH:mm, such as 2026-03-31 19:00, or say the date format of the source.',
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder nennen Sie das Datumsformat der Quelle.',
  ],
  [
    'Write it as yyyy-MM-dd HH:mm, such as 2026-03-31 19:00, or in the date format of this import.',
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder im Datumsformat dieses Imports.',
  ],
  ['Write the date as yyyy-MM-dd, such as 2026-03-31.', 'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31.'],
  [
    'Write the date as yyyy-MM-dd, such as 2026-03-31 or in the date format of this import.',
    'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31, oder im Datumsformat dieses Imports.',
  ],
  [
    'The mail server did not take the message (ECONNREFUSED).',
    'Der Mailserver hat die Nachricht nicht angenommen (ECONNREFUSED).',
  ],
  [
    'The mail server did not take the message (EENVELOPE). It answered with 550.',
    'Der Mailserver hat die Nachricht nicht angenommen (EENVELOPE). Er antwortete mit 550.',
  ],
  [
    '1 of 8 columns have no name; they are called "column_3" and so on.',
    '1 von 8 Spalten haben keinen Namen; sie werden „column_3“ und so weiter genannt.',
  ],
  [
    '7 of 8 columns have no name; they are called "column_1" and so on. If the header is on a later line, say which (headerRow).',
    '7 von 8 Spalten haben keinen Namen; sie werden „column_1“ und so weiter genannt. Steht die Kopfzeile weiter unten, nennen Sie die Zeile (Kopfzeile in Zeile).',
  ],
  [
    'The feed answers page 3 with status 404: Nothing here (no-page).',
    'Der Feed beantwortet Seite 3 mit dem Status 404: Nothing here (no-page).',
  ],
  ['The feed answers page 3 with status 500.', 'Der Feed beantwortet Seite 3 mit dem Status 500.'],
  ['Something went wrong. Resume the upload.', 'Etwas ist schiefgegangen. Setzen Sie das Hochladen fort.'],
  [
    'The row on line 12345 has 1 cell, and the header has 3 columns. Add the missing cells.',
    'Die Zeile ab Textzeile 12.345 hat 1 Zelle, und die Kopfzeile hat 3 Spalten. Ergänzen Sie die fehlenden Zellen.',
  ],
  ['Job title is missing: give a value.', 'Position fehlt: Geben Sie einen Wert an.'],
  [
    'The source has more than 10000 rows, which is the limit of Taxonomy: split it into several imports.',
    'Die Quelle hat mehr als 10.000 Zeilen, die Grenze von „Taxonomie“. Teilen Sie sie auf mehrere Importe auf.',
  ],
  [
    'SYNC takes at most 500000 bytes and 500 rows, and the source has more than 500 rows: use AUTO.',
    'Innerhalb der Anfrage geht höchstens 500 kB und 500 Zeilen, und die Quelle ist zu groß (mehr als 500 Zeilen). Nehmen Sie AUTO.',
  ],
  [
    'example.com did not answer in time. It was tried 4 times. Resume to try again.',
    'example.com hat nicht rechtzeitig geantwortet. Es wurde 4 Mal versucht. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  ],
  [
    'An import that is COMPLETED cannot be paused: nothing of it is at work.',
    'Im Status „Abgeschlossen“ lässt sich ein Import nicht anhalten: Nichts an ihm arbeitet.',
  ],
  [
    'This needs the role EDITOR in the project, and you have VIEWER. Ask an administrator for it.',
    'Das verlangt im Projekt die Rolle „Bearbeiter“, und Sie haben „Betrachter“. Bitten Sie einen Administrator darum.',
  ],
] as const;

/** What zod says of options of a wrong type or size. */
const ZODS = [
  'Invalid input: expected int, received string',
  'Invalid input: expected array, received undefined',
  ...['Too small: expected number to be >=0.3', 'Too big: expected number to be <=1'],
  ...['Too small: expected array to have >=1 items', 'Too big: expected string to have <=200 characters'],
  ...['Unrecognized key: "a"', 'Unrecognized keys: "a", "b"', 'Invalid option: expected one of "A"|"B"'],
];

const say = { en: sayIn('en', en), de: sayIn('de', de) };

function sayIn(locale: string, words: SluiceWords) {
  const { translate } = polyglotI18nProvider(() => ({ ...english, sluice: words }), locale);
  return createSaid(locale, translate, createFormat(locale, translate));
}

/** A text as its fixed parts: what a number is of stands with the number. */
function shape(text: string): string {
  return text.replace(/\0 (bytes|%|MiB)/g, HOLE);
}

function shapes(sentence: string): string[] {
  return sentence.split(' |||| ').map((form) => shape(form.replace(/%\{\w+\}/g, HOLE)));
}

const knownShapes = new Set(Object.values(en.said).flatMap(shapes));

function isSentence(text: string): boolean {
  return (
    /^["A-Z\0].* .*[.:\0]$/.test(text) && (text.match(/[a-z]{2,}/g) ?? []).length >= 3 && !/SELECT|FROM|=/.test(text)
  );
}

describe('the sentences of the server', () => {
  test('are all known to the console, so that every language has them', () => {
    const composed = COMPOSED.map(([sentence]) => sentence);
    const isComposed = (text: string) => {
      const expression = new RegExp(`^${text.split(HOLE).map(escaped).join('.*')}$`, 's');
      return composed.some((sentence) => expression.test(sentence));
    };
    const unknown = texts
      .filter(({ path, text, internal }) => !internal && !FOR_OTHERS.test(path) && isSentence(text))
      .filter(({ text }) => !WITHIN.includes(text) && !knownShapes.has(shape(text)))
      .filter(({ text }) => recognise(text.replaceAll(HOLE, '1')) === null && !isComposed(text));
    expect(unknown.map(({ path, text }) => `${path}: ${text.replaceAll(HOLE, '…')}`)).toEqual([]);
  });

  test('that the console knows are all said by the server', () => {
    const told = new Set(texts.map(({ text }) => shape(text)));
    const whole = [
      ...texts.map(({ text }) => text.replaceAll(HOLE, '1')),
      ...COMPOSED.map(([sentence]) => sentence),
      ...ZODS,
    ];
    const used = new Set(whole.filter((text) => text.length > 3).map((text) => recognise(text)?.key));
    const inZods = /^(type|unit)_/;
    const dead = Object.entries(en.said).filter(
      ([key, sentence]) => !used.has(key) && !inZods.test(key) && !shapes(sentence).some((one) => told.has(one)),
    );
    expect(dead.map(([key]) => key)).toEqual(['cells', 'header_columns']);
  });

  test.each(COMPOSED)('are said in German with their numbers, dates and names: %s', (english, german) => {
    const time = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'medium' });
    expect(plain(say.de(english))).toBe(german.replace('TIME', time.format(new Date('2026-11-21T09:30:00Z'))));
  });

  test('have words of their own in German, each of them', () => {
    const german = new Map(Object.entries(de.said));
    const same = Object.entries(en.said).filter(([key, sentence]) => german.get(key) === sentence);
    expect(same.map(([key]) => key)).toEqual(['at_url', 'bytes']);
  });

  test('of options that do not fit are known', () => {
    const wrong = {
      defaultRegion: 'XX',
      matchBy: 'NAME',
      listName: '',
      similarity: 1,
      assessment: { minSuccessRate: 2 },
    };
    const parsed = parseOptions(contacts, wrong);
    const messages = 'issues' in parsed ? parsed.issues.map(({ message }) => message) : [];
    expect(messages).toHaveLength(5);
    expect([...messages, ...ZODS].filter((message) => recognise(message) === null)).toEqual([]);
    expect(say.de('Too small: expected number to be >=0.3')).toBe('Zu klein: mindestens 0,3 (eine Zahl)');
  });

  test('are written as people write in English, too', () => {
    expect(say.en('more than 500000 bytes')).toBe('more than 500 kB');
    expect(say.en('Paused by ann@example.com.')).toBe('Paused by ann@example.com.');
  });

  test('of others stay as they are, or are said by their code', () => {
    expect(say.de('The moon is full.')).toBe('The moon is full.');
    expect(say.de('The moon is full.', 'sluice.faults.MOON')).toBe('The moon is full.');
    expect(say.de('The moon is full.', 'sluice.faults.REQUIRED')).toBe('Hier muss ein Wert stehen.');
    expect(say.de(`${'x'.repeat(5000)} is missing: give a value.`)).toContain('give a value');
  });
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Intl writes spaces that do not break. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
