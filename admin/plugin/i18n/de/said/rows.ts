import type { rowsSaid as english } from '../../en/said/rows.ts';

export const rowsSaid: typeof english = {
  refused_by_database: 'Die Datenbank lehnt diese Zeile mit SQLSTATE %{state} ab. Verbessern Sie ihre Werte.',
  duplicate:
    'Einen Datensatz mit demselben Erkennungsmerkmal gibt es schon. Verwerfen Sie die Zeile, oder importieren Sie mit einer anderen Regel für Duplikate.',
  duplicate_value:
    'Ein anderer Datensatz hat diesen Wert, den es nur einmal geben darf. Verbessern Sie den Wert, oder verwerfen Sie die Zeile.',
  ambiguous:
    '%{count} Datensätze haben diese %{key}. Sagen Sie durch ein anderes Merkmal, welcher gemeint ist, oder legen Sie sie zusammen.',
  key_phone: 'Telefonnummer',
  key_email: 'E-Mail-Adresse',
  key_url: 'Webadresse',
  key_slug: 'Kennung mit diesem Beginn',
  nul_character: 'Das Zeichen NUL kann nicht gespeichert werden. Entfernen Sie es.',
  value_too_long: 'Der Wert ist %{count} Zeichen lang, höchstens %{limit} sind erlaubt. Kürzen Sie ihn.',
  missing: '%{field} fehlt: Geben Sie einen Wert an.',
  start_missing: 'Der Beginn fehlt: Geben Sie Tag und Uhrzeit an.',
  empty_row: 'In der Zeile steht nichts, was importiert werden könnte.',
  importer_error: 'Der Importer konnte mit dieser Zeile nicht umgehen: %{cause}',
  importer_error_all: 'Der Importer konnte mit keiner Zeile umgehen.',
  chunk_failed:
    'Die Zeilen um diese herum konnten viermal nacheinander nicht geschrieben werden (%{reason}). Wiederholen Sie sie, wenn die Ursache behoben ist.',
  more_cells: 'Die Zeile hat mehr Zellen als Spalten. Setzen Sie sie in die Spalten, und leeren Sie die überzähligen.',
  ragged: 'Die Zeile ab Textzeile %{line} hat %{cells}, und die Kopfzeile hat %{what}. %{advice}',
  cells: '%{count} Zelle |||| %{count} Zellen',
  header_columns: '%{count} Spalte |||| %{count} Spalten',
  add_cells: 'Ergänzen Sie die fehlenden Zellen.',
  quote_cells:
    'Setzen Sie eine Zelle, die das Trennzeichen enthält, in Anführungszeichen, oder entfernen Sie die überzähligen Zellen.',
  bad_quote:
    'Eine Zelle in Anführungszeichen in Textzeile %{line} geht nach dem schließenden weiter. Verdoppeln Sie Anführungszeichen innerhalb einer solchen Zelle ("").',
  unclosed_quote:
    'Ein Anführungszeichen, das in Textzeile %{line} geöffnet wird, ist nicht richtig geschlossen. Schließen oder entfernen Sie es.',
  not_an_object: 'Zeile %{line} ist kein JSON-Objekt ({ ... }).',
  bad_json: 'Textzeile %{line} ist kein JSON: %{reason}.',
  plain_value: 'Geben Sie einen einfachen Wert an, keine Liste und kein Objekt.',
  unstorable: 'Nehmen Sie die Zeichen heraus, die keine Datenbank aufbewahrt (NUL, halbe Surrogatpaare).',
  shorten: 'Kürzen Sie den Wert auf %{limit} Zeichen; er hat %{count}.',
  invalid_email: 'Schreiben Sie eine Adresse mit Domain, etwa name@example.com.',
  invalid_integer: 'Schreiben Sie eine ganze Zahl in Ziffern, etwa 1200.',
  invalid_number: 'Schreiben Sie eine Zahl mit Dezimalpunkt und ohne Tausendertrennung, etwa 1234.5.',
  invalid_boolean: 'Schreiben Sie yes oder no (oder true, false, y, n, 1, 0, on, off).',
  invalid_date: 'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31.',
  invalid_date_or: 'Schreiben Sie das Datum als yyyy-MM-dd, etwa 2026-03-31, oder im Datumsformat dieses Imports.',
  invalid_moment_or:
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder im Datumsformat dieses Imports.',
  invalid_moment:
    'Schreiben Sie es als yyyy-MM-dd HH:mm, etwa 2026-03-31 19:00, oder nennen Sie das Datumsformat der Quelle.',
  invalid_time: 'Schreiben Sie die Uhrzeit als 19:00 oder 7:00 pm.',
  no_such_time: '%{text} ist keine Uhrzeit.',
  skipped_time: 'Die Uhren von %{zone} überspringen %{text}. Verbessern Sie die Uhrzeit.',
  no_zone:
    'Die Zeile nennt keine Zeitzone. Ordnen Sie eine Spalte zu, die es tut, oder nennen Sie sie in der Option „Zeitzone“.',
  invalid_zone: 'Schreiben Sie eine Zeitzone wie Europe/Berlin, UTC oder UTC-5.',
  end_before_start: 'Das Ende liegt vor dem Beginn.',
  invalid_event_url: 'Schreiben Sie eine Adresse wie https://example.com/event, mit höchstens %{limit} Zeichen.',
  unresolved:
    '„%{name}“ gibt es im Projekt nicht unter %{what}. Entscheiden Sie unter „Zu entscheiden“, was es ist, dann wird die Zeile von selbst noch einmal versucht.',
  venues: '„Orte“',
  organizers: '„Veranstalter“',
  categories: '„Kategorien“',
  entities_made:
    'Einige Veranstaltungen nennen Einträge unter %{what}, die das Projekt nicht hatte: Sie wurden angelegt und sind zu prüfen.',
  entities_similar:
    'Einige Veranstaltungen nennen Einträge unter %{what}, die für solche mit ähnlichem Namen gehalten wurden.',
  events_no_zone:
    'Einige Veranstaltungen nennen keine Zeitzone: Ihre Ortszeiten werden in UTC gezeigt, wenn nicht die Option „Zeitzone“ mehr sagt.',
  value_rounded:
    'Werte wurden auf das gerundet, was ihre Spalte in der Datenbank fasst: zum Beispiel %{value} auf %{kept}.',
  events_several_venues: 'Einige Veranstaltungen nennen mehrere Orte: Der erste wird genommen.',
  events_bad_website: 'Einige Veranstaltungen nennen eine Website, die keine Webadresse ist: Sie wurde weggelassen.',
  events_missing: 'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da.',
  events_missing_marked:
    'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da und wurden als entfernt vermerkt.',
  events_missing_held:
    'Veranstaltungen des Projekts, die in %{where} (%{from} bis %{to}) beginnen, sind nicht mehr da. Sie bleiben: Zeilen sind fehlgeschlagen, oder der Feed ist leer.',
  range_feed: 'dem Zeitraum des Feeds',
  range_said: 'dem Zeitraum, den der Import vollständig enthalten soll',
  phone_of_region:
    'Weder eine Telefonnummer des Landes %{region} (+%{prefix}) noch eine mit Ländervorwahl. Schreiben Sie sie mit Ländervorwahl (+%{prefix} …), oder wählen Sie ein anderes Land der Telefonnummern.',
  no_contact: 'Geben Sie Telefon oder E-Mail an: Die Zeile nennt niemanden, der zu erreichen ist.',
  unusable_phones:
    'Zeilen, die jemanden erreichen, hatten Telefonnummern, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  unusable_emails:
    'Zeilen, die jemanden erreichen, hatten E-Mail-Adressen, die keine sind; sie stehen in den weiteren Angaben des Kontakts.',
  shared_phone:
    'Zeilen haben die Telefonnummer eines Kontakts mit anderer E-Mail-Adresse oder anderem Namen: Sie wurden eigene Kontakte.',
  shared_email:
    'Zeilen haben die E-Mail-Adresse eines Kontakts mit anderem Namen und anderem Telefon: Sie wurden eigene Kontakte.',
  another_has_email:
    'Ein Kontakt mit anderem Namen und anderem Telefon hat diese E-Mail-Adresse. Verbessern Sie sie, oder importieren Sie mit sharedEmail CREATE, wenn beide sie haben.',
  values_kept:
    'Zeilen haben andere Werte als ihre Datensätze, die ihre behielten. Welche, steht bei den Ergebnissen der Zeilen.',
  unreachable_person:
    'Einige Zeilen nennen eine zweite Person ohne eigenes Telefon oder eigene E-Mail; sie steht in den weiteren Angaben der anderen.',
  invalid_url: 'Schreiben Sie eine ganze Webadresse, etwa https://example.com/seite.',
  other_scheme:
    'Nur http und https sind erlaubt, und dies beginnt mit „%{scheme}“. Schreiben Sie die Adresse der Seite, beginnend mit https://.',
  url_password: 'Nehmen Sie Benutzername und Passwort vor dem @ heraus.',
  bad_host: 'Verbessern Sie den Rechnernamen: „%{name}“ steht für keinen Namen.',
  url_too_long: 'Kürzen Sie die Adresse auf %{limit} Zeichen; vollständig maskiert hat sie %{count}.',
  url_too_deep: 'Kürzen Sie den Pfad auf %{limit} Teile; er hat %{count}.',
  position_range: 'Geben Sie eine ganze Zahl von -%{limit} bis %{limit} an.',
  deep_path:
    'Der Pfad hat mehr als %{limit} Teile. Sehen Sie nach, ob es eine eigene Seite ist oder ob ein Crawler im Kreis lief.',
  odd_host:
    'Der Rechnername hat Zeichen, die kein Rechnername hat. Sehen Sie nach, ob die Adresse falsch aus einem Text geschnitten wurde.',
  same_page: 'Dieselbe Seite wie eine frühere: %{url}',
  unknown_origin:
    'Zeilen nennen fehlgeschlagene Zeilen, die dieses Projekt nicht hat: Sie werden wie alle anderen importiert.',
};
