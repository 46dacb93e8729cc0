import type { sourcesMessages as english } from '../../../../../server/messages/en/sources.ts';

export const sourcesMessages: Record<keyof typeof english, string> = {
  FEED_EMPTY_RANGE: 'Der Feed enthält in diesem Zeitraum nichts.',
  BROKEN_FEED:
    'Der Feed brach ab, ohne sein Ende zu nennen. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  FEED_TOO_LONG: 'Der Feed hat %{what}. Fordern Sie weniger an, etwa einen kürzeren Zeitraum.',
  MORE_ROWS_THAN_LIMIT: 'mehr als %{rows} Zeilen, die Grenze des Importers',
  MORE_PAGES: 'mehr als %{rows} Seiten',
  FEED_NO_PAGE: 'Der Feed hat keine Seite.',
  FETCHED_TOO_LARGE: 'Die Quelle ist größer als %{size}. Teilen Sie sie auf.',
  URL_ENCRYPTED_OTHERWISE:
    'Die Adresse wurde mit einem anderen SLUICE_SECRET verschlüsselt. Starten Sie einen neuen Import.',
  TRIED: '%{cause} Es wurde %{count} Mal versucht. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  SOURCE_CHANGED_IN_PART:
    'Ein Teil davon ist importiert, und was unter der Adresse steht, hat sich seither geändert. Importieren Sie die Adresse neu, und machen Sie diesen Import rückgängig, wenn der Teil nicht bleiben soll.',
  SOURCE_CHANGED_SINCE:
    'Die Quelle hat sich geändert, seit ihre ersten %{rows} Zeilen gelesen wurden. Diese bleiben, wie sie sind; importieren Sie die neue Quelle als neuen Import.',
  FILE_WEB_PAGE:
    '%{host} antwortet mit einer Webseite und nicht mit einer Datei. Geben Sie die Adresse der Datei selbst an, und Zugangsdaten, wo eine Anmeldung nötig ist.',
  NOTHING_IN_TIME: 'In %{seconds} Sekunden kam nichts.',
  IMPORT_ROWS_GONE: 'Import %{id} hat keine Zeilen. Importieren Sie seine Quelle noch einmal.',
  IMPORT_WITHOUT_ROWS: 'Import %{id} hat keine Zeilen.',
  ROWS_REMOVED:
    'Die Zeilen von Import %{id} werden ihres Alters wegen nicht mehr aufbewahrt. Importieren Sie seine Quelle noch einmal.',
  SOURCE_ELSEWHERE:
    'Dieser Server kann die Quelle nicht lesen, sie liegt bei einem anderen. Starten Sie den Import, dann wird sie dort gelesen.',
  NOTHING_MAPPED:
    'Keine der %{columns} Spalten gehört zu einem Feld von „%{importer}“ (etwa %{labels}). Nennen Sie eines in der Kopfzeile, oder geben Sie eine Zuordnung an.',
  HEADER_WITHOUT_ROWS: 'Die Quelle hat eine Kopfzeile, aber keine Zeilen.',
  ROWS_OVER_LIMIT:
    'Die Quelle hat mehr als %{rows} Zeilen, die Grenze von „%{importer}“. Teilen Sie sie auf mehrere Importe auf.',
  INDEX_EMPTY: 'Der Index nennt keine Sitemap.',
  TOO_MANY_SITEMAPS: 'Der Index nennt %{count} Sitemaps; höchstens %{limit} werden gelesen. Geben Sie sie einzeln an.',
  INDEX_WITHOUT_URL: 'Der Eintrag des Index in Textzeile %{line} nennt keine Sitemap.',
  INDEX_BEFORE: 'Es war vorher ein Index von Sitemaps und ist jetzt eine Sitemap. Importieren Sie es neu.',
  INDEX_IN_INDEX: 'Ein Index nennt nur Sitemaps, und dies ist wieder ein Index.',
  AT_URL: '%{url}: %{cause}',
  BYTES: '%{size}',
  ENTRIES: '%{count} Einträge',
  SITEMAP_EMPTY: 'Die Sitemap ist leer.',
  XML_ERROR: 'Die Sitemap ist kein XML: Zeile %{line}, %{reason}',
  XML_ERROR_OR_AMPERSAND: 'Die Sitemap ist kein XML: Zeile %{line}, %{reason} Ein & wird in XML als &amp; geschrieben.',
  OTHER_ROOT: 'Das XML ist keine Sitemap: Es beginnt mit <%{name}> statt mit <urlset>.',
  SITEMAP_ENCODING_UNKNOWN: 'Die Sitemap nennt die Zeichenkodierung %{encoding}, die nicht gelesen werden kann.',
  SITEMAP_ENCODING_WRONG:
    'Die Sitemap enthält Bytes, die kein gültiges %{encoding} sind. Speichern Sie sie in dieser Kodierung.',
  SITEMAP_UNUSUAL: 'Zeile %{line} der Sitemap enthält einen Text oder eine Verschachtelung, wie sie keine Sitemap hat.',
  SITEMAP_LIMIT:
    'Eine Sitemap hat höchstens %{what} (sitemaps.org). Teilen Sie sie auf, und nennen Sie die Teile in einem Index.',
  SITEMAP_NO_PAGE: 'Die Sitemap nennt keine Seite.',
  SITEMAP_INDEX:
    'Dies ist ein Index von Sitemaps und nennt selbst keine Seite. Geben Sie seine Adresse an, dann werden seine Sitemaps geholt.',
  JSON_ROW_TOO_LONG: 'Zeile %{line} ist länger als %{size}.',
  JSON_LINE_TOO_LONG: 'Zeile %{line} ist länger als %{size}. JSON Lines hat in jeder Zeile ein Objekt.',
  JSON_TOO_MANY_KEYS:
    'Bis Zeile %{line} haben die Objekte mehr als %{limit} verschiedene Schlüssel; sie sind die Spalten.',
  SEVERAL_ARRAYS:
    'Das JSON hat mehrere Listen („%{one}“, „%{other}“). Geben Sie eine Liste von Objekten an, oder ein Objekt mit einer Liste.',
  JSON_BROKEN: 'Die Datei ist von einer Stelle an kein JSON: %{cause}',
  JSON_TOO_DEEP: 'es hat mehr als %{limit} Ebenen',
  JSON_ENCODING: 'JSON ist UTF-8 (RFC 8259). Speichern Sie die Datei in dieser Zeichenkodierung.',
  JSON_EMPTY: 'Die Quelle enthält keine Zeilen. Geben Sie mindestens ein JSON-Objekt an.',
  ANSWERED_WITH: '%{url} antwortet mit dem Status %{code}.',
  REDIRECT_NO_URL: '%{url} leitet auf etwas weiter, das keine Adresse ist.',
  REDIRECT_UNSAFE: '%{url} leitet von https auf http weiter; dem wird nicht gefolgt.',
  TOO_MANY_REDIRECTS: '%{url} leitet mehr als %{count} Mal weiter.',
  NOT_WHOLE_IN_TIME: '%{host} hat in %{seconds} Sekunden nicht vollständig geantwortet.',
  NOT_IN_TIME: '%{host} hat nicht rechtzeitig geantwortet.',
  TLS_FAILED: 'Zu %{host} ließ sich keine sichere Verbindung aufbauen (%{code}).',
  LONG_HEADERS: 'Die Kopfzeilen der Antwort von %{host} sind zu lang.',
  BROKEN_ANSWER: 'Die Antwort von %{host} ist beschädigt (%{code}).',
  HOST_UNREACHABLE: '%{host} ist nicht zu erreichen oder hat die Verbindung abgebrochen (%{code}).',
  ODD_ENCODING: 'Der Server kodiert seine Antwort auf eine Art, um die er nicht gebeten wurde.',
  ANSWER_TOO_LARGE: 'Die Antwort ist größer als %{size}; das ist die Grenze.',
  NO_URL: 'Das ist keine Adresse. Geben Sie eine an wie https://example.com/kontakte.csv.',
  NOT_HTTP: 'Nur Adressen mit http und https werden geholt, nicht mit %{scheme}.',
  REFUSED_ADDRESS:
    '%{host} hat keine öffentliche Adresse. Ein Administrator kann Rechner des inneren Netzes erlauben: SLUICE_ALLOWED_HOSTS.',
  NO_TABLE: 'In den ersten 16 MiB der Quelle endet weder eine Kopfzeile noch eine Zeile; sie ist also keine Tabelle.',
  OFFICE_PROTECTED:
    'Die Datei ist ein Office-Dokument mit Passwort. Speichern Sie sie ohne Passwort als xlsx oder CSV, und importieren Sie diese.',
  NUL_BYTES:
    'Die Datei enthält NUL-Bytes und ist also kein Text. Geben Sie eine CSV-Datei an; ist es UTF-16 ohne Byte Order Mark, nennen Sie die Zeichenkodierung (utf-16le oder utf-16be).',
  NOT_TEXT: 'Die Datei ist kein Text. Geben Sie eine CSV-Datei an.',
  NOT_TEXT_BUT:
    'Die Datei ist kein Text, sondern %{kind}. Speichern oder exportieren Sie sie als CSV, und importieren Sie diese.',
  NOT_WORKBOOK:
    'Die Datei ist %{kind} und keine Excel-Arbeitsmappe (xlsx). Speichern Sie sie als xlsx oder CSV, und importieren Sie diese.',
  KIND_PDF: 'ein PDF-Dokument',
  KIND_ZIP: 'ein Zip-Archiv',
  KIND_GZIP: 'ein Gzip-Archiv',
  KIND_OLD_OFFICE: 'ein altes Office-Dokument (xls, doc)',
  KIND_PNG: 'ein PNG-Bild',
  KIND_JPEG: 'ein JPEG-Bild',
  KIND_GIF: 'ein GIF-Bild',
  KIND_7Z: 'ein 7z-Archiv',
  KIND_RAR: 'ein RAR-Archiv',
  KIND_ZSTD: 'ein Zstd-Archiv',
  KIND_XZ: 'ein Xz-Archiv',
  KIND_SQLITE: 'eine SQLite-Datenbank',
  KIND_PARQUET: 'eine Parquet-Datei',
  KIND_XLSX: 'eine Excel-Arbeitsmappe (xlsx)',
  KIND_OFFICE: 'ein Office-Dokument (xlsx, docx)',
  KIND_XLSB: 'eine binäre Excel-Arbeitsmappe (xlsb)',
  KIND_ODS: 'eine OpenDocument-Datei (ods, odt)',
  KIND_WORD: 'ein Word-Dokument',
  CSV_ROW_TOO_LONG:
    'Die Zeile ab Textzeile %{line} ist länger als %{size}. Vielleicht ist darin ein Anführungszeichen nicht geschlossen, oder die Datei ist keine Tabelle.',
  ROW_TOO_WIDE:
    'Die Zeile ab Textzeile %{line} hat mehr als %{limit} Zellen, und höchstens %{columns} Spalten werden gelesen. Entfernen Sie die überzähligen Zellen, oder nennen Sie das Trennzeichen, wenn das falsche gefunden wurde.',
  HEADER_TOO_WIDE:
    'Die Kopfzeile hat %{columns} Spalten; höchstens %{limit} werden gelesen. Entfernen Sie Spalten, die nicht gebraucht werden, oder nennen Sie das Trennzeichen, wenn das falsche erkannt wurde.',
  FILE_EMPTY: 'Die Datei ist leer. Geben Sie eine Datei mit Kopfzeile und Zeilen an.',
  NO_HEADER_ON_LINE: 'In Textzeile %{line} steht keine Kopfzeile: %{where}.',
  WHERE_FEW_LINES: 'die Datei hat nur %{count} Zeilen',
  WHERE_TOO_FAR: 'sie liegt zu weit unten in der Datei',
  BAD_FORMAT_CHARACTER: '„%{character}“ geht nicht als %{what}. Geben Sie ein einzelnes ASCII-Zeichen an.',
  FORMAT_DELIMITER: 'Trennzeichen',
  FORMAT_QUOTE: 'Anführungszeichen',
  UNKNOWN_ENCODING:
    'Die Zeichenkodierung „%{name}“ ist unbekannt. Nennen Sie eine wie utf-8, utf-16le, windows-1252 oder macintosh.',
  NOT_WHOLE_GZIP: 'Die Datei ist keine vollständige Gzip-Datei (%{code}).',
  UNPACKS_TOO_LARGE: 'Entpackt ist die Datei größer als %{size}. Teilen Sie sie auf.',
  FEED_STATUS: 'Der Feed beantwortet Seite %{page} mit dem Status %{code}.',
  FEED_STATUS_BECAUSE: 'Der Feed beantwortet Seite %{page} mit dem Status %{code}: %{reason}.',
  FEED_NO_JSON: 'Seite %{page} des Feeds ist kein JSON oder brach in der Mitte ab.',
  FEED_WEB_PAGE:
    'Seite %{page} des Feeds ist eine Webseite und kein JSON: Etwas zwischen ihm und Sluice verpackt oder ersetzt sie.',
  NOT_A_FEED: 'Seite %{page} des Feeds hat nicht die Form von The Events Calendar: %{place}: %{reason}.',
  FEED_PAGE_MISSING: 'Seite %{page} des Feeds nennt eine weitere, die es nicht gibt oder die nichts Neues enthält.',
  FEED_MOVED:
    'Der Feed änderte sich, während er gelesen wurde: Eine Veranstaltung kann fehlen oder doppelt gekommen sein. Importieren Sie ihn noch einmal, um sicher zu sein.',
  FEED_COUNT_DIFFERS: 'Der Feed nennt %{total} Veranstaltungen und lieferte %{seen}, die importiert wurden.',
  WORKBOOK_NO_SHEET: 'Die Arbeitsmappe hat kein Blatt.',
  NO_SHEET: 'Die Arbeitsmappe hat kein Blatt „%{name}“. Sie hat %{names}.',
  SHEET_EMPTY: 'Das Blatt „%{name}“ ist leer. Geben Sie ein Blatt mit Kopfzeile und Zeilen an.',
  SHEET_NO_HEADER:
    'Das Blatt „%{name}“ hat in Zeile %{line} keine Kopfzeile: Dort steht nichts, oder es liegt zu weit unten.',
  WORKBOOK_ODD_TEXT:
    'Die Arbeitsmappe enthält einen Text oder eine Verschachtelung, die keine Zelle hat. Speichern Sie sie als CSV.',
  WORKBOOK_SHEET_MISSING: 'Die Arbeitsmappe ist beschädigt: Ihr Blatt „%{name}“ fehlt.',
  SHEET_ROW_TOO_LONG: 'Die Zeile %{line} des Blattes ist länger als %{size}.',
  WORKBOOK_TEXT_MISSING: 'Die Arbeitsmappe ist beschädigt: Ihr Text %{number} fehlt. Speichern Sie sie noch einmal.',
  WORKBOOK_TEXT_TOO_LONG: 'Ein Text der Arbeitsmappe ist über 8 MiB lang.',
  ARCHIVE_PARTS: 'Das Archiv hat %{count} Teile; eine Arbeitsmappe hat höchstens %{limit}.',
  PROTECTED: 'Die Arbeitsmappe ist durch ein Passwort geschützt. Speichern Sie sie ohne, und importieren Sie diese.',
  WORKBOOK_BOMB:
    'Der Teil %{name} der Arbeitsmappe hätte entpackt %{size}, wie kein Blatt. Speichern Sie sie als CSV, und importieren Sie diese.',
  WORKBOOK_DAMAGED:
    'Die Arbeitsmappe ist beschädigt (%{reason}). Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie noch einmal, und importieren Sie diese.',
  WORKBOOK_BAD_CELL: 'Die Arbeitsmappe ist beschädigt: Sie hat eine Zelle „%{name}“.',
  ENCODING_IN_DOUBT:
    'Die Datei ist nicht UTF-8 und sagt nicht, was sie ist. Nach ihren Umlauten und Akzenten wird sie als %{encoding} gelesen; sehen diese falsch aus, nennen Sie die Zeichenkodierung (windows-1252, macintosh, iso-8859-2, …).',
  BLANK_ROWS: 'Zeilen ohne einen einzigen Wert wurden ausgelassen.',
  FOOTER_IGNORED: 'Die Datei endet ab Textzeile %{line} mit Anmerkungen, die keine Zeilen sind: %{text}',
  PREAMBLE_SKIPPED:
    'Die Kopfzeile wurde in Textzeile %{line} gefunden; was darüber steht, ist keine Zeile: %{text}. Ist es eine andere, nennen Sie sie (Kopfzeile in Zeile).',
  DUPLICATE_HEADER: '%{count} Spalten heißen „%{name}“; die späteren werden „%{name} (2)“ und so weiter genannt.',
  COLUMNS_WITHOUT_NAME_ADVICE:
    '%{count} von %{columns} Spalten haben keinen Namen; sie werden „%{name}“ und so weiter genannt. Steht die Kopfzeile weiter unten, nennen Sie die Zeile (Kopfzeile in Zeile).',
  COLUMNS_WITHOUT_NAME:
    '%{count} von %{columns} Spalten haben keinen Namen; sie werden „%{name}“ und so weiter genannt.',
  HEADER_WITH_OPEN_QUOTE:
    'Ein Anführungszeichen in Textzeile %{line}, der Kopfzeile, ist nicht geschlossen, wo seine Zelle endet. Prüfen Sie die Namen der Spalten.',
  HEADER_OF_OTHER_WIDTH:
    'Die Kopfzeile (%{columns} Zellen) passt nicht zu den meisten Zeilen, die nach %{count} Zellen aussehen, getrennt durch „%{delimiter}“. Steht sie weiter unten, nennen Sie die Zeile (Kopfzeile in Zeile).',
  INVALID_BYTES:
    'Einige Zeichen sind kein gültiges UTF-8 und wurden durch U+FFFD ersetzt. Hat die Datei eine andere Zeichenkodierung, nennen Sie sie (windows-1252, macintosh, …).',
  SEVERAL_SHEETS:
    'Die Arbeitsmappe hat %{count} Blätter; gelesen wird „%{name}“. Ist es ein anderes, nennen Sie es (Blatt).',
  VALUE_BEYOND_HEADER:
    'Zeile %{line} des Blattes hat einen Wert in Spalte %{number}, und die Kopfzeile hat %{columns} Spalten. Benennen Sie diese Spalte, oder entfernen Sie den Wert.',
  FORMULA_WITHOUT_VALUE:
    '%{count} Formel hat keinen gespeicherten Wert, ihre Zelle ist daher leer. Öffnen Sie die Arbeitsmappe in einer Tabellenkalkulation, und speichern Sie sie noch einmal. |||| %{count} Formeln haben keinen gespeicherten Wert, ihre Zellen sind daher leer. Öffnen Sie die Arbeitsmappe in einer Tabellenkalkulation, und speichern Sie sie noch einmal.',
  ROWS_WITH_ERRORS: '%{count} der ersten %{rows} Zeilen %{what} Die erste: %{where}.',
  ROWS_RAGGED:
    'haben mehr oder weniger Zellen als die Kopfzeile. Vielleicht ist das Trennzeichen ein anderes, oder einer Zelle fehlen Anführungszeichen.',
  ROWS_WITH_BAD_QUOTE:
    'haben eine Zelle, die nach ihrem schließenden Anführungszeichen weitergeht. Vielleicht ist es ein anderes Zeichen, oder es gibt keines.',
  ROWS_WITH_OPEN_QUOTE:
    'haben ein Anführungszeichen, das nie geschlossen wird. Vielleicht ist es ein anderes Zeichen, oder es gibt keines.',
  ROWS_NOT_JSON: 'sind kein JSON.',
  ROWS_NOT_OBJECTS: 'sind keine JSON-Objekte.',
  ROWS_UNREADABLE: 'können nicht gelesen werden.',
  WHERE_ROW: 'Zeile %{line}',
  WHERE_LINE: 'Textzeile %{line}',
  HEADER_IN_DOUBT: '%{cause}',
  TOO_MANY_ROWS: '%{cause}',
  TOO_MANY_COLUMNS: '%{cause}',
  BAD_JSON: '%{cause}',
  TOO_LARGE: '%{cause}',
  ROW_TOO_LONG: '%{cause}',
  NO_ROWS: '%{cause}',
  EMPTY_SOURCE: '%{cause}',
  BINARY_SOURCE: '%{cause}',
  BAD_FORMAT: '%{cause}',
  NO_HEADER: '%{cause}',
  BROKEN_BODY: '%{cause}',
  TIMED_OUT: '%{cause}',
  BAD_SITEMAP: '%{cause}',
  BAD_ENCODING: '%{cause}',
  BAD_WORKBOOK: '%{cause}',
  SOURCE_CHANGED: '%{cause}',
  WEB_PAGE: '%{cause}',
  NO_SITEMAP: '%{cause}',
  SITEMAP_TOO_LARGE: '%{cause}',
  BAD_XML: '%{cause}',
  HTTP_STATUS: '%{cause}',
  UNREACHABLE: '%{cause}',
  REFUSED_URL: '%{cause}',
  BROKEN_GZIP: '%{cause}',
  FEED_REFUSED: '%{cause}',
  NAMELESS_COLUMN: '%{cause}',
};
