import type { rowsMessages as english } from '../../../../../server/messages/en/rows.ts';

export const rowsMessages: Record<keyof typeof english, string> = {
  REFUSED_BY_DATABASE: 'Die Datenbank lehnt diese Zeile mit SQLSTATE %{state} ab. Verbessern Sie ihre Werte.',
  DUPLICATE:
    'Einen Datensatz mit demselben Erkennungsmerkmal gibt es schon. Verwerfen Sie die Zeile, oder importieren Sie mit einer anderen Regel für Duplikate.',
  DUPLICATE_VALUE:
    'Ein anderer Datensatz hat diesen Wert, den es nur einmal geben darf. Verbessern Sie den Wert, oder verwerfen Sie die Zeile.',
  UNIQUE_CONSTRAINT:
    'Ein anderer Datensatz hat diesen Wert, den die Regel %{name} nur einmal erlaubt. Verbessern Sie den Wert, oder verwerfen Sie die Zeile.',
  KEY_CHANGED:
    'Der Datensatz, den die Zeile meint, hat hier %{value}. Das ist sein Schlüssel, den kein Import ändert. Verbessern Sie den Wert, oder verwerfen Sie die Zeile.',
  NOTHING_TO_MATCH: 'Geben Sie einen Wert für %{labels} an. Daran werden Zeilen erkannt.',
  VALUE_NEEDED: 'Die Spalte %{name} der Tabelle braucht einen Wert. Geben Sie einen an.',
  INVALID_UUID: 'Schreiben Sie eine UUID, wie 6f1c2c5e-8f8e-4b7a-9d57-3f6f3b1c2a10.',
  NO_CHOICE: 'Schreiben Sie eines von: %{names}.',
  INVALID_JSON: 'Schreiben Sie JSON, wie {"colour": "red"}, mit Zahlen von höchstens 15 Ziffern.',
  INVALID_LIST:
    'Schreiben Sie die Einträge nacheinander oder als JSON, wie ["a", "b"]. Höchstens %{limit} sind erlaubt.',
  SEVERAL_RECORDS:
    '%{count} Datensätze haben diesen Wert bei „%{key}“. Sagen Sie durch ein anderes Merkmal, welcher gemeint ist, oder legen Sie sie zusammen.',
  NUL_CHARACTER: 'Das Zeichen NUL kann nicht gespeichert werden. Entfernen Sie es.',
  VALUE_TOO_LONG: 'Der Wert ist %{count} Zeichen lang, höchstens %{limit} sind erlaubt. Kürzen Sie ihn.',
  MISSING: '%{field} fehlt: Geben Sie einen Wert an.',
  START_MISSING: 'Der Beginn fehlt: Geben Sie Tag und Uhrzeit an.',
  EMPTY_ROW: 'In der Zeile steht nichts, was importiert werden könnte.',
  IMPORTER_ERROR: 'Der Importer konnte mit dieser Zeile nicht umgehen: %{cause}',
  IMPORTER_ERROR_ALL: 'Der Importer konnte mit keiner Zeile umgehen.',
  CHUNK_FAILED:
    'Die Zeilen um diese herum konnten viermal nacheinander nicht geschrieben werden (%{cause}). Wiederholen Sie sie, wenn die Ursache behoben ist.',
  EXTRA_CELLS: 'Die Zeile hat mehr Zellen als Spalten. Setzen Sie sie in die Spalten, und leeren Sie die überzähligen.',
  OTHER_CELL_COUNT: 'Die Zeile ab Textzeile %{line} hat %{cells}, und die Kopfzeile hat %{what}. %{advice}',
  CELLS: '%{count} Zelle |||| %{count} Zellen',
  HEADER_COLUMNS: '%{count} Spalte |||| %{count} Spalten',
  ADD_CELLS: 'Ergänzen Sie die fehlenden Zellen.',
  QUOTE_CELLS:
    'Setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen, oder entfernen Sie die überzähligen Zellen.',
  TEXT_AFTER_QUOTE:
    'Eine Zelle in Anführungszeichen in Textzeile %{line} geht nach dem schließenden weiter. Verdoppeln Sie Anführungszeichen innerhalb einer solchen Zelle ("").',
  OPEN_QUOTE:
    'Ein Anführungszeichen, das in Textzeile %{line} geöffnet wird, ist nicht richtig geschlossen. Schließen oder entfernen Sie es.',
  NO_JSON_OBJECT: 'Zeile %{line} ist kein JSON-Objekt ({ ... }).',
  BAD_JSON_LINE: 'Textzeile %{line} ist kein JSON: %{cause}.',
  PLAIN_VALUE: 'Geben Sie einen einfachen Wert an, keine Liste und kein Objekt.',
  UNSTORABLE: 'Nehmen Sie die Zeichen heraus, die keine Datenbank aufbewahrt (NUL, halbe Surrogatpaare).',
  TEXT_TOO_LONG: 'Kürzen Sie den Wert auf %{limit} Zeichen; er hat %{count}.',
  INVALID_EMAIL: 'Schreiben Sie eine Adresse mit Domain, etwa name@example.com.',
  INVALID_INTEGER: 'Schreiben Sie eine ganze Zahl in Ziffern, etwa 1200.',
  INVALID_LOCAL_NUMBER:
    'Schreiben Sie eine Zahl, wie das Gebietsschema %{name} sie schreibt, etwa 1.234,5 für de oder 1,234.5 für en.',
  INVALID_NUMBER: 'Schreiben Sie eine Zahl mit Dezimalpunkt und ohne Tausendertrennung, etwa 1234.5.',
  INVALID_BOOLEAN: 'Schreiben Sie yes oder no (oder true, false, y, n, 1, 0, on, off).',
  INVALID_DAY: 'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31, oder nennen Sie das Datumsformat der Quelle.',
  INVALID_DAY_OR: 'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31, oder im Datumsformat dieses Imports.',
  INVALID_MOMENT_OR:
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder im Datumsformat dieses Imports.',
  INVALID_MOMENT:
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder nennen Sie das Datumsformat der Quelle.',
  INVALID_TIME: 'Schreiben Sie die Uhrzeit als 19:00 oder 7:00 pm.',
  NO_SUCH_TIME: '%{text} ist keine Uhrzeit.',
  SKIPPED_TIME: 'Die Uhren von %{zone} überspringen %{text}. Verbessern Sie die Uhrzeit.',
  NO_TIMEZONE:
    'Die Zeile nennt keine Zeitzone. Ordnen Sie eine Spalte zu, die es tut, oder nennen Sie sie in der Option „Zeitzone“.',
  INVALID_TIMEZONE: 'Schreiben Sie eine Zeitzone wie Europe/Berlin, UTC oder UTC-5.',
  END_BEFORE_START: 'Das Ende liegt vor dem Beginn.',
  INVALID_EVENT_URL: 'Schreiben Sie eine Adresse wie https://example.com/event, mit höchstens %{limit} Zeichen.',
  UNRESOLVED_VENUE:
    '„%{name}“ ist keiner der Orte des Projekts. Entscheiden Sie unter „Zu entscheiden“, was gemeint ist, dann wird die Zeile von selbst noch einmal versucht.',
  UNRESOLVED_ORGANIZER:
    '„%{name}“ ist keiner der Veranstalter des Projekts. Entscheiden Sie unter „Zu entscheiden“, was gemeint ist, dann wird die Zeile von selbst noch einmal versucht.',
  UNRESOLVED_CATEGORY:
    '„%{name}“ ist keine der Kategorien des Projekts. Entscheiden Sie unter „Zu entscheiden“, was gemeint ist, dann wird die Zeile von selbst noch einmal versucht.',
  REFERENCE_NOT_FOUND:
    'Kein Datensatz von „%{target}“ hat „%{name}“ als %{names}. Verbessern Sie den Wert, oder legen Sie den Datensatz zuerst an.',
  AMBIGUOUS_REFERENCE:
    '%{count} Datensätze von „%{target}“ haben „%{name}“ als %{names}. Geben Sie einen Wert an, den nur einer davon hat.',
  UNRESOLVED_REFERENCE:
    'Kein Datensatz von „%{target}“ ist als „%{name}“ bekannt. Entscheiden Sie, welcher gemeint ist; danach wird die Zeile von selbst wiederholt.',
  REFERENCES_ADDED: 'Zeilen nennen Datensätze von „%{target}“, die es nicht gab. Der Import hat sie angelegt.',
  TOO_MANY_NAMES: 'Die Zelle hat %{count} Namen. Höchstens %{limit} sind erlaubt.',
  VENUE_CREATED:
    'Einige Veranstaltungen nennen Orte, die das Projekt nicht hatte: Sie wurden angelegt und sind zu prüfen.',
  ORGANIZER_CREATED:
    'Einige Veranstaltungen nennen Veranstalter, die das Projekt nicht hatte: Sie wurden angelegt und sind zu prüfen.',
  CATEGORY_CREATED:
    'Einige Veranstaltungen nennen Kategorien, die das Projekt nicht hatte: Sie wurden angelegt und sind zu prüfen.',
  VENUE_BY_SIMILARITY: 'Einige Veranstaltungen nennen Orte, die für solche mit ähnlichem Namen gehalten wurden.',
  ORGANIZER_BY_SIMILARITY:
    'Einige Veranstaltungen nennen Veranstalter, die für solche mit ähnlichem Namen gehalten wurden.',
  CATEGORY_BY_SIMILARITY:
    'Einige Veranstaltungen nennen Kategorien, die für solche mit ähnlichem Namen gehalten wurden.',
  EVENTS_NO_ZONE:
    'Einige Veranstaltungen nennen keine Zeitzone: Ihre Ortszeiten werden in UTC gezeigt, wenn nicht die Option „Zeitzone“ mehr sagt.',
  VALUE_ROUNDED:
    'Werte wurden auf das gerundet, was ihre Spalte in der Datenbank fasst: zum Beispiel %{value} auf %{kept}.',
  SEVERAL_VENUES: 'Einige Veranstaltungen nennen mehrere Orte: Der erste wird genommen.',
  INVALID_WEBSITE: 'Einige Veranstaltungen nennen eine Website, die keine Webadresse ist: Sie wurde weggelassen.',
  EVENTS_MISSING: 'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da.',
  EVENTS_MISSING_MARKED:
    'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da und wurden als entfernt vermerkt.',
  EVENTS_MISSING_HELD:
    'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da. Sie bleiben: Zeilen sind fehlgeschlagen, oder der Feed ist leer.',
  RANGE_FEED: 'dem Zeitraum des Feeds',
  RANGE_OF_IMPORT: 'dem Zeitraum, den der Import vollständig enthalten soll',
  INVALID_PHONE:
    'Weder eine Telefonnummer des Landes %{region} (+%{prefix}) noch eine mit Ländervorwahl. Schreiben Sie sie mit Ländervorwahl (+%{prefix} …), oder wählen Sie ein anderes Land der Telefonnummern.',
  NO_CONTACT: 'Geben Sie Telefon oder E-Mail an: Die Zeile nennt niemanden, der zu erreichen ist.',
  UNUSABLE_PHONE:
    'Zeilen, die jemanden erreichen, hatten Telefonnummern, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  UNUSABLE_EMAIL:
    'Zeilen, die jemanden erreichen, hatten E-Mail-Adressen, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  SHARED_PHONE:
    'Zeilen haben die Telefonnummer eines Kontakts mit anderer E-Mail-Adresse oder anderem Namen: Sie wurden eigene Kontakte.',
  SHARED_EMAIL:
    'Zeilen haben die E-Mail-Adresse eines Kontakts mit anderem Namen und anderem Telefon: Sie wurden eigene Kontakte.',
  EMAIL_OF_ANOTHER:
    'Ein Kontakt mit anderem Namen und anderem Telefon hat diese E-Mail-Adresse. Verbessern Sie sie, oder importieren Sie mit sharedEmail CREATE, wenn beide sie haben.',
  VALUES_KEPT:
    'Zeilen haben andere Werte als ihre Datensätze, die ihre behielten. Welche, steht bei den Ergebnissen der Zeilen.',
  UNREACHABLE_PERSON:
    'Einige Zeilen nennen eine zweite Person ohne eigenes Telefon oder eigene E-Mail; sie steht in den weiteren Angaben der anderen.',
  INVALID_WEB_ADDRESS: 'Schreiben Sie eine ganze Webadresse, etwa https://example.com/seite.',
  UNSUPPORTED_SCHEME:
    'Nur http und https sind erlaubt, und dies beginnt mit „%{scheme}“. Schreiben Sie die Adresse der Seite, beginnend mit https://.',
  URL_WITH_CREDENTIALS: 'Nehmen Sie Benutzername und Passwort vor dem @ heraus.',
  BAD_HOST: 'Verbessern Sie den Rechnernamen: „%{name}“ steht für keinen Namen.',
  URL_TOO_LONG: 'Kürzen Sie die Adresse auf %{limit} Zeichen; vollständig maskiert hat sie %{count}.',
  TOO_DEEP: 'Kürzen Sie den Pfad auf %{limit} Teile; er hat %{count}.',
  OUT_OF_RANGE: 'Geben Sie eine ganze Zahl von -%{limit} bis %{limit} an.',
  DEEP_PATH:
    'Der Pfad hat mehr als %{limit} Teile. Sehen Sie nach, ob es eine eigene Seite ist oder ob ein Crawler im Kreis lief.',
  ODD_HOST:
    'Der Rechnername hat Zeichen, die kein Rechnername hat. Sehen Sie nach, ob die Adresse falsch aus einem Text geschnitten wurde.',
  DUPLICATE_URL: 'Dieselbe Seite wie eine frühere: %{url}',
  UNKNOWN_ORIGIN:
    'Zeilen nennen fehlgeschlagene Zeilen, die dieses Projekt nicht hat: Sie werden wie alle anderen importiert.',
  AMBIGUOUS_MATCH: '%{cause}',
  REQUIRED: '%{cause}',
  INVALID_TEXT: '%{cause}',
  TOO_LONG: '%{cause}',
  RAGGED_ROW: '%{cause}',
  INVALID_URL: '%{cause}',
  BAD_QUOTE: '%{cause}',
  UNCLOSED_QUOTE: '%{cause}',
  NOT_AN_OBJECT: '%{cause}',
  INVALID_DATE: '%{cause}',
  UNKNOWN_TIMEZONE: '%{cause}',
  MISSING_EVENTS: '%{cause}',
  TOO_MANY_TAGS: 'Entfernen Sie Tags: Das HTML hat mehr als %{limit}.',
};
