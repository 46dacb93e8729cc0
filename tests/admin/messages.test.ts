import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import { describe, expect, test } from 'vitest';
import type { ImporterSentences } from '../../admin/plugin/api/types.ts';
import { sluiceMessages } from '../../admin/plugin/i18n/messages.ts';
import {
  createMessageText,
  type MessageText,
  type ServerMessage,
} from '../../admin/plugin/messages/createMessageText.ts';
import { createFormat } from '../../admin/plugin/ui/format/useFormat.ts';
import { parseOptions } from '../../server/engine/model/options.ts';
import { contacts } from '../../server/importers/contacts/index.ts';
import { catalogue, message, messageText, plainMessage } from '../../server/messages/catalogue.ts';
import type { Message } from '../../server/messages/message.ts';

const { en, de } = sluiceMessages;
const german = textsIn('de', de);
const inEnglish = textsIn('en', en);

const AT = '2026-11-21T09:30:00.000Z';
const RANGE = { from: '2026-01-01', to: '2026-01-31' };
const FEW_CELLS = message('OTHER_CELL_COUNT', {
  line: 12_345,
  cells: message('CELLS', { count: 1 }),
  what: message('HEADER_COLUMNS', { count: 3 }),
  advice: message('ADD_CELLS'),
});

/** Messages with what a German reads: nested ones, sizes, shares, times, plurals, statuses, roles, names and lists. */
const GERMAN: readonly (readonly [message: Message, text: string])[] = [
  [
    message('MISSED_SUCCESS', { rate: 0.849_99, threshold: 0.85 }),
    '84,99 % der Zeilen haben ein gutes Ergebnis; verlangt sind mindestens 85 %.',
  ],
  [
    message('SWITCHED_OFF', { what: message('SWITCH_ONE', { name: 'taxonomy' }), who: 'ann@example.com', when: AT }),
    'Das Starten von Importen mit „taxonomy“ wurde von ann@example.com am TIME abgeschaltet.',
  ],
  [
    message('SWITCHED_OFF_BECAUSE', {
      what: message('SWITCH_ALL'),
      who: 'ann@example.com',
      when: AT,
      reason: 'we move.',
    }),
    'Das Starten von Importen wurde von ann@example.com am TIME abgeschaltet: we move.',
  ],
  [
    message('EVENTS_MISSING_HELD', { where: message('RANGE_OF_IMPORT'), ...RANGE }),
    'Veranstaltungen des Projekts, die in dem Zeitraum, den der Import vollständig enthalten soll (2026-01-01 bis 2026-01-31) beginnen, sind nicht mehr da. Sie bleiben: Zeilen sind fehlgeschlagen, oder der Feed ist leer.',
  ],
  [
    message('MAIL_REFUSED_WITH', { code: 'EENVELOPE', answer: 550 }),
    'Der Mailserver hat die Nachricht nicht angenommen (EENVELOPE). Er antwortete mit 550.',
  ],
  [
    message('COLUMNS_WITHOUT_NAME', { count: 1, columns: 8, name: 'column_3' }),
    '1 von 8 Spalten haben keinen Namen; sie werden „column_3“ und so weiter genannt.',
  ],
  [
    message('FEED_STATUS_BECAUSE', { page: 3, code: 404, reason: 'Nothing here (no-page)' }),
    'Der Feed beantwortet Seite 3 mit dem Status 404: Nothing here (no-page).',
  ],
  [
    FEW_CELLS,
    'Die Zeile ab Textzeile 12.345 hat 1 Zelle, und die Kopfzeile hat 3 Spalten. Ergänzen Sie die fehlenden Zellen.',
  ],
  [
    message('REQUIRED', { cause: message('MISSING', { field: 'Job title' }) }),
    'Position fehlt: Geben Sie einen Wert an.',
  ],
  [
    message('NOTHING_MAPPED', { columns: 2, importer: 'Contacts', labels: ['First name', 'Phone'] }),
    'Keine der 2 Spalten gehört zu einem Feld von „Kontakte“ (etwa Vorname, Telefon). Nennen Sie eines in der Kopfzeile, oder geben Sie eine Zuordnung an.',
  ],
  [
    message('AMBIGUOUS_MATCH', { cause: message('SEVERAL_RECORDS', { count: 2, key: 'phone' }) }),
    '2 Datensätze haben diesen Wert bei „Telefon“. Sagen Sie durch ein anderes Merkmal, welcher gemeint ist, oder legen Sie sie zusammen.',
  ],
  [message('OPTION_SMALL', { kind: message('TYPE_NUMBER'), limit: 0.3 }), 'Zu klein: mindestens 0,3 (eine Zahl)'],
  [message('RECORD_CHANGED', { fields: ['firstName', 'phone'] }), 'Seither geändert: Vorname, Telefon.'],
  [
    message('ROWS_OVER_LIMIT', { rows: 10_000, importer: 'Taxonomy' }),
    'Die Quelle hat mehr als 10.000 Zeilen, die Grenze von „Taxonomie“. Teilen Sie sie auf mehrere Importe auf.',
  ],
  [
    message('TOO_LARGE_FOR_SYNC', {
      what: message('SMALL_SOURCE', { size: 500_000, rows: 500 }),
      given: message('MORE_ROWS', { rows: 500 }),
    }),
    'Innerhalb der Anfrage geht höchstens 500 kB und 500 Zeilen, und die Quelle ist zu groß (mehr als 500 Zeilen). Nehmen Sie AUTO.',
  ],
  [
    message('TRIED', { cause: message('NOT_IN_TIME', { host: 'example.com' }), count: 4 }),
    'example.com hat nicht rechtzeitig geantwortet. Es wurde 4 Mal versucht. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  ],
  [
    message('NOT_TO_PAUSE', { status: 'COMPLETED' }),
    'Im Status „Abgeschlossen“ lässt sich ein Import nicht anhalten: Nichts an ihm arbeitet.',
  ],
  [
    message('FORBIDDEN', { cause: message('ROLE_REQUIRED', { needed: 'EDITOR', role: 'VIEWER' }) }),
    'Das verlangt im Projekt die Rolle „Bearbeiter“, und Sie haben „Betrachter“. Bitten Sie einen Administrator darum.',
  ],
  [message('UNKNOWN_IMPORTER', { name: '%{name} |||| $&' }), 'Ein Importer „%{name} |||| $&“ ist nicht registriert.'],
];

describe('a message of the server', () => {
  test.each(GERMAN)('is written in German with its numbers, times and names: %j', (shown, text) => {
    const time = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(AT));
    expect(german(answered(shown))).toBe(text.replace('TIME', time));
  });

  test('is written in English as people write', () => {
    expect(inEnglish(answered(message('MORE_BYTES', { size: 500_000 })))).toBe('more than 500 kB');
    expect(inEnglish(answered(message('PAUSED_BY', { who: 'ann@example.com' })))).toBe('Paused by ann@example.com.');
    expect(inEnglish(answered(message('NOT_TO_PAUSE', { status: 'COMPLETED' })))).toContain('that is Completed');
    expect(inEnglish(answered(FEW_CELLS))).toBe(
      'The row on line 12,345 has 1 cell, but the header has 3 columns. Add the missing cells.',
    );
  });

  test('names the country whose phone numbers were expected', () => {
    const shown = answered(message('INVALID_PHONE', { region: 'DE', prefix: '49' }));
    expect(german(shown)).toContain('des Landes Deutschland (+49)');
    expect(inEnglish(shown)).toContain('of Germany (+49)');
  });

  test('has a sentence of its own in German', () => {
    const german = new Map(Object.entries(de.sluice.messages));
    const same = Object.entries(catalogue).filter(
      ([code, sentence]) => german.get(code) === sentence && sentence.replace(/%\{\w+\}/g, '').trim() !== '',
    );
    expect(same.map(([code]) => code)).toEqual(['AT_URL']);
  });

  test('about options that do not fit is written in German, too', () => {
    const wrong = { similarity: 1, listName: '', matchBy: 'NAME', assessment: { minSuccessRate: 2 } };
    const { issues } = parsed(wrong);
    expect(issues.map((issue) => german(answered(issue.message)))).toEqual([
      'Unbekannter Wert: möglich sind "PHONE", "PHONE_THEN_EMAIL", "EMAIL", "EMAIL_THEN_PHONE"',
      'Geben Sie der Liste einen Namen, oder lassen Sie sie weg.',
      'Diese Option gibt es nicht: "similarity"',
      'Geben Sie einen Anteil von 0 bis 1 an.',
    ]);
  });

  test('without a translation is shown by its text', () => {
    const moon = { code: 'MOON', params: { size: 3 }, message: 'The moon is %{size} full |||| or not.' };
    expect(german(moon)).toBe('The moon is %{size} full |||| or not.');
    expect(german({ code: 'MOON' })).toBe('MOON');
    expect(german(answered(plainMessage('connect ECONNREFUSED')))).toBe('connect ECONNREFUSED');
    expect(german(answered(message('IMPORTER_ERROR', { cause: plainMessage('x is undefined') })))).toBe(
      'Der Importer konnte mit dieser Zeile nicht umgehen: x is undefined',
    );
  });

  test("keeps the text of an importer's author under a code of the catalogue", () => {
    expect(german(answered({ code: 'EMPTY_ROW', message: 'Fill in the shelf.' }))).toBe('Fill in the shelf.');
    expect(german(answered({ code: 'REQUIRED', message: 'Fill in the shelf.' }))).toBe('Fill in the shelf.');
  });

  test("is written by an importer's own sentence, in the language of the person", () => {
    const english = { MOON: 'The moon is %{rate} full.', EMPTY_ROW: 'Fill in the shelf.' };
    const local = { MOON: 'Der Mond ist zu %{rate} voll.', EMPTY_ROW: 'Füllen Sie das Regal.' };
    const other = { english: { MOON: 'Moon: %{rate}' }, local: { MOON: 'Mond: %{rate}' } };
    const own = textsIn('de', de, [other, { english, local }]);
    const moon = { code: 'MOON', params: { rate: 0.5 }, message: 'The moon is 50 % full.' };
    expect(own(moon)).toBe('Der Mond ist zu 50 % voll.');
    expect(own({ code: 'EMPTY_ROW', message: 'Fill in the shelf.' })).toBe('Füllen Sie das Regal.');
    expect(own(answered(message('EMPTY_ROW')))).toBe(german(answered(message('EMPTY_ROW'))));
    expect(own({ ...moon, message: 'Another text.' })).toBe('Another text.');
  });

  test('is written by the translation of a host, for a code of its own and for one of the server', () => {
    const messages = { ...de.sluice.messages, MOON: 'Der Mond ist zu %{rate} voll.', EMPTY_ROW: 'Nichts da.' };
    const own = textsIn('de', { sluice: { ...de.sluice, messages } });
    expect(own({ code: 'MOON', params: { rate: 0.5 }, message: 'The moon is half full.' })).toBe(
      'Der Mond ist zu 50 % voll.',
    );
    expect(own(answered(message('EMPTY_ROW')))).toBe('Nichts da.');
  });
});

/** Writes with these texts of a host. */
function textsIn(locale: string, texts: object, importers: readonly ImporterSentences[] = []): MessageText {
  const { translate } = polyglotI18nProvider(() => ({ ...english, ...texts }), locale);
  const write = createMessageText(locale, translate, createFormat(locale, translate), importers);
  // Intl writes spaces that do not break.
  return (shown) => write(shown).replace(/[\u00a0\u202f]/g, ' ');
}

/** As the API answers with it. */
function answered(shown: Message): ServerMessage {
  const { code, params = {} } = shown;
  return { code, params: JSON.parse(JSON.stringify(params)), text: messageText(shown) };
}

function parsed(options: Parameters<typeof parseOptions>[1]) {
  const result = parseOptions(contacts, options);
  if (!('issues' in result)) throw new Error('The options were accepted.');
  return result;
}
