import type { sourcesSaid as english } from '../../en/said/sources.ts';

export const sourcesSaid: typeof english = {
  feed_empty_range: 'Der Feed enthält in diesem Zeitraum nichts.',
  feed_cut: 'Der Feed brach ab, ohne sein Ende zu nennen. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  feed_too_long: 'Der Feed hat %{what}. Fordern Sie weniger an, etwa einen kürzeren Zeitraum.',
  more_rows_than_limit: 'mehr als %{rows} Zeilen, die Grenze des Importers',
  more_pages: 'mehr als %{rows} Seiten',
  feed_no_page: 'Der Feed hat keine Seite.',
  source_too_large: 'Die Quelle ist größer als %{size}. Teilen Sie sie auf.',
  url_sealed: 'Die Adresse wurde mit einem anderen SLUICE_SECRET verschlüsselt. Starten Sie einen neuen Import.',
  tried: '%{cause} Es wurde %{count} Mal versucht. Setzen Sie den Import fort, um es noch einmal zu versuchen.',
  source_changed_in_part:
    'Ein Teil davon ist importiert, und was unter der Adresse steht, hat sich seither geändert. Importieren Sie die Adresse neu, und machen Sie diesen Import rückgängig, wenn der Teil nicht bleiben soll.',
  source_changed:
    'Die Quelle hat sich geändert, seit ihre ersten %{rows} Zeilen gelesen wurden. Diese bleiben, wie sie sind; importieren Sie die neue Quelle als neuen Import.',
  web_page:
    '%{host} antwortet mit einer Webseite und nicht mit einer Datei. Geben Sie die Adresse der Datei selbst an, und Zugangsdaten, wo eine Anmeldung nötig ist.',
  nothing_in_time: 'In %{seconds} Sekunden kam nichts.',
  no_rows_again: 'Import %{id} hat keine Zeilen. Importieren Sie seine Quelle noch einmal.',
  no_rows: 'Import %{id} hat keine Zeilen.',
  rows_removed:
    'Die Zeilen von Import %{id} werden ihres Alters wegen nicht mehr aufbewahrt. Importieren Sie seine Quelle noch einmal.',
  source_elsewhere:
    'Dieser Server kann die Quelle nicht lesen, sie liegt bei einem anderen. Starten Sie den Import, dann wird sie dort gelesen.',
  nothing_mapped:
    'Keine der %{columns} Spalten gehört zu einem Feld von „%{importer}“ (etwa %{labels}). Nennen Sie eines in der Kopfzeile, oder geben Sie eine Zuordnung an.',
  header_without_rows: 'Die Quelle hat eine Kopfzeile, aber keine Zeilen.',
  too_many_rows:
    'Die Quelle hat mehr als %{rows} Zeilen, die Grenze von „%{importer}“. Teilen Sie sie auf mehrere Importe auf.',
  index_empty: 'Der Index nennt keine Sitemap.',
  index_too_long: 'Der Index nennt %{count} Sitemaps; höchstens %{limit} werden gelesen. Geben Sie sie einzeln an.',
  index_without_url: 'Der Eintrag des Index in Textzeile %{line} nennt keine Sitemap.',
  index_before: 'Es war vorher ein Index von Sitemaps und ist jetzt eine Sitemap. Importieren Sie es neu.',
  index_in_index: 'Ein Index nennt nur Sitemaps, und dies ist wieder ein Index.',
  at_url: '%{url}: %{cause}',
  bytes: '%{size}',
  entries: '%{count} Einträge',
  sitemap_empty: 'Die Sitemap ist leer.',
  sitemap_not_xml: 'Die Sitemap ist kein XML: %{reason}',
  sitemap_other_xml: 'Das XML ist keine Sitemap: Es beginnt mit <%{name}> statt mit <urlset>.',
  sitemap_encoding_unknown: 'Die Sitemap nennt die Zeichenkodierung %{encoding}, die nicht gelesen werden kann.',
  sitemap_encoding_wrong: 'Die Sitemap ist nicht in %{encoding}, wie sie sein müsste.',
  sitemap_unusual: 'Zeile %{line} der Sitemap enthält einen Text oder eine Verschachtelung, wie sie keine Sitemap hat.',
  sitemap_too_large:
    'Eine Sitemap hat höchstens %{what} (sitemaps.org). Teilen Sie sie auf, und nennen Sie die Teile in einem Index.',
  sitemap_no_page: 'Die Sitemap nennt keine Seite.',
  sitemap_index:
    'Dies ist ein Index von Sitemaps und nennt selbst keine Seite. Geben Sie seine Adresse an, dann werden seine Sitemaps geholt.',
  json_row_too_long: 'Zeile %{line} ist länger als %{size}.',
  json_line_too_long: 'Zeile %{line} ist länger als %{size}. JSON Lines hat in jeder Zeile ein Objekt.',
  json_too_many_keys:
    'Bis Zeile %{line} haben die Objekte mehr als %{limit} verschiedene Schlüssel; sie sind die Spalten.',
  json_several_arrays:
    'Das JSON hat mehrere Listen („%{one}“, „%{other}“). Geben Sie eine Liste von Objekten an, oder ein Objekt mit einer Liste.',
  json_broken: 'Die Datei ist von einer Stelle an kein JSON: %{reason}',
  json_encoding: 'JSON ist UTF-8 (RFC 8259). Speichern Sie die Datei in dieser Zeichenkodierung.',
  json_empty: 'Die Quelle enthält keine Zeilen. Geben Sie mindestens ein JSON-Objekt an.',
  answers_with_status: '%{url} antwortet mit dem Status %{code}.',
  redirect_no_url: '%{url} leitet auf etwas weiter, das keine Adresse ist.',
  redirect_unsafe: '%{url} leitet von https auf http weiter; dem wird nicht gefolgt.',
  redirect_often: '%{url} leitet mehr als %{count} Mal weiter.',
  not_whole_in_time: '%{host} hat in %{seconds} Sekunden nicht vollständig geantwortet.',
  not_in_time: '%{host} hat nicht rechtzeitig geantwortet.',
  tls_failed: 'Zu %{host} ließ sich keine sichere Verbindung aufbauen (%{code}).',
  long_headers: 'Die Kopfzeilen der Antwort von %{host} sind zu lang.',
  broken_answer: 'Die Antwort von %{host} ist beschädigt (%{code}).',
  unreachable: '%{host} ist nicht zu erreichen oder hat die Verbindung abgebrochen (%{code}).',
  odd_encoding: 'Der Server kodiert seine Antwort auf eine Art, um die er nicht gebeten wurde.',
  answer_too_large: 'Die Antwort ist größer als %{size}; das ist die Grenze.',
  no_url: 'Das ist keine Adresse. Geben Sie eine an wie https://example.com/kontakte.csv.',
  not_http: 'Nur Adressen mit http und https werden geholt, nicht mit %{scheme}.',
  private_address:
    '%{host} hat keine öffentliche Adresse. Ein Administrator kann Rechner des inneren Netzes erlauben: SLUICE_ALLOWED_HOSTS.',
  no_table: 'In den ersten 16 MiB der Quelle endet weder eine Kopfzeile noch eine Zeile; sie ist also keine Tabelle.',
  office_protected:
    'Die Datei ist ein Office-Dokument mit Passwort. Speichern Sie sie ohne Passwort als xlsx oder CSV, und importieren Sie diese.',
  nul_bytes:
    'Die Datei enthält NUL-Bytes und ist also kein Text. Geben Sie eine CSV-Datei an; ist es UTF-16 ohne Byte Order Mark, nennen Sie die Zeichenkodierung (utf-16le oder utf-16be).',
  not_text: 'Die Datei ist kein Text. Geben Sie eine CSV-Datei an.',
  not_text_but:
    'Die Datei ist kein Text, sondern %{kind}. Speichern oder exportieren Sie sie als CSV, und importieren Sie diese.',
  not_workbook:
    'Die Datei ist %{kind} und keine Excel-Arbeitsmappe (xlsx). Speichern Sie sie als xlsx oder CSV, und importieren Sie diese.',
  kind_pdf: 'ein PDF-Dokument',
  kind_zip: 'ein Zip-Archiv',
  kind_gzip: 'ein Gzip-Archiv',
  kind_old_office: 'ein altes Office-Dokument (xls, doc)',
  kind_png: 'ein PNG-Bild',
  kind_jpeg: 'ein JPEG-Bild',
  kind_gif: 'ein GIF-Bild',
  kind_7z: 'ein 7z-Archiv',
  kind_rar: 'ein RAR-Archiv',
  kind_zstd: 'ein Zstd-Archiv',
  kind_xz: 'ein Xz-Archiv',
  kind_sqlite: 'eine SQLite-Datenbank',
  kind_parquet: 'eine Parquet-Datei',
  kind_xlsx: 'eine Excel-Arbeitsmappe (xlsx)',
  kind_office: 'ein Office-Dokument (xlsx, docx)',
  kind_xlsb: 'eine binäre Excel-Arbeitsmappe (xlsb)',
  kind_ods: 'eine OpenDocument-Datei (ods, odt)',
  kind_word: 'ein Word-Dokument',
  row_too_long:
    'Die Zeile ab Textzeile %{line} ist länger als %{size}. Vielleicht ist darin ein Anführungszeichen nicht geschlossen, oder die Datei ist keine Tabelle.',
  row_too_wide:
    'Die Zeile ab Textzeile %{line} hat mehr als %{limit} Zellen, und höchstens %{columns} Spalten werden gelesen. Entfernen Sie die überzähligen Zellen, oder nennen Sie das Trennzeichen, wenn das falsche gefunden wurde.',
  too_many_columns:
    'Die Kopfzeile hat %{columns} Spalten; höchstens %{limit} werden gelesen. Entfernen Sie Spalten, die nicht gebraucht werden, oder nennen Sie das Trennzeichen, wenn das falsche erkannt wurde.',
  file_empty: 'Die Datei ist leer. Geben Sie eine Datei mit Kopfzeile und Zeilen an.',
  no_header: 'In Textzeile %{line} steht keine Kopfzeile: %{where}.',
  where_few_lines: 'die Datei hat nur %{count} Zeilen',
  where_too_far: 'sie liegt zu weit unten in der Datei',
  bad_format_character: '„%{character}“ geht nicht als %{what}. Geben Sie ein einzelnes ASCII-Zeichen an.',
  format_delimiter: 'Trennzeichen',
  format_quote: 'Anführungszeichen',
  encoding_unknown:
    'Die Zeichenkodierung „%{name}“ ist unbekannt. Nennen Sie eine wie utf-8, utf-16le, windows-1252 oder macintosh.',
  broken_gzip: 'Die Datei ist keine vollständige Gzip-Datei (%{code}).',
  unpacks_too_large: 'Entpackt ist die Datei größer als %{size}. Teilen Sie sie auf.',
  feed_refused: 'Der Feed beantwortet Seite %{page} mit dem Status %{code}.',
  feed_refused_because: 'Der Feed beantwortet Seite %{page} mit dem Status %{code}: %{reason}.',
  feed_no_json: 'Seite %{page} des Feeds ist kein JSON oder brach in der Mitte ab.',
  feed_web_page:
    'Seite %{page} des Feeds ist eine Webseite und kein JSON: Etwas zwischen ihm und Sluice verpackt oder ersetzt sie.',
  feed_other_shape: 'Seite %{page} des Feeds hat nicht die Form von The Events Calendar: %{place}: %{reason}.',
  feed_page_missing: 'Seite %{page} des Feeds nennt eine weitere, die es nicht gibt oder die nichts Neues enthält.',
  feed_moved:
    'Der Feed änderte sich, während er gelesen wurde: Eine Veranstaltung kann fehlen oder doppelt gekommen sein. Importieren Sie ihn noch einmal, um sicher zu sein.',
  feed_count_differs: 'Der Feed nennt %{total} Veranstaltungen und lieferte %{seen}, die importiert wurden.',
  workbook_no_sheet: 'Die Arbeitsmappe hat kein Blatt.',
  workbook_no_such_sheet: 'Die Arbeitsmappe hat kein Blatt „%{name}“. Sie hat %{names}.',
  sheet_empty: 'Das Blatt „%{name}“ ist leer. Geben Sie ein Blatt mit Kopfzeile und Zeilen an.',
  sheet_no_header:
    'Das Blatt „%{name}“ hat in Zeile %{line} keine Kopfzeile: Dort steht nichts, oder es liegt zu weit unten.',
  workbook_odd_text:
    'Die Arbeitsmappe enthält einen Text oder eine Verschachtelung, die keine Zelle hat. Speichern Sie sie als CSV.',
  workbook_sheet_missing: 'Die Arbeitsmappe ist beschädigt: Ihr Blatt „%{name}“ fehlt.',
  sheet_row_too_long: 'Die Zeile %{line} des Blattes ist länger als %{size}.',
  workbook_text_missing: 'Die Arbeitsmappe ist beschädigt: Ihr Text %{number} fehlt. Speichern Sie sie noch einmal.',
  workbook_text_too_long: 'Ein Text der Arbeitsmappe ist über 8 MiB lang.',
  archive_parts: 'Das Archiv hat %{count} Teile; eine Arbeitsmappe hat höchstens %{limit}.',
  workbook_protected:
    'Die Arbeitsmappe ist durch ein Passwort geschützt. Speichern Sie sie ohne, und importieren Sie diese.',
  workbook_bomb:
    'Der Teil %{name} der Arbeitsmappe hätte entpackt %{size}, wie kein Blatt. Speichern Sie sie als CSV, und importieren Sie diese.',
  workbook_damaged:
    'Die Arbeitsmappe ist beschädigt (%{reason}). Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie noch einmal, und importieren Sie diese.',
  workbook_bad_cell: 'Die Arbeitsmappe ist beschädigt: Sie hat eine Zelle „%{name}“.',
  warn_encoding:
    'Die Datei ist nicht UTF-8 und sagt nicht, was sie ist. Nach ihren Umlauten und Akzenten wird sie als %{encoding} gelesen; sehen diese falsch aus, nennen Sie die Zeichenkodierung (windows-1252, macintosh, iso-8859-2, …).',
  warn_blank_rows: 'Zeilen ohne einen einzigen Wert wurden ausgelassen.',
  warn_footer: 'Die Datei endet ab Textzeile %{line} mit Anmerkungen, die keine Zeilen sind: %{text}',
  warn_preamble:
    'Die Kopfzeile wurde in Textzeile %{line} gefunden; was darüber steht, ist keine Zeile: %{text}. Ist es eine andere, nennen Sie sie (Kopfzeile in Zeile).',
  warn_same_names: '%{count} Spalten heißen „%{name}“; die späteren werden „%{name} (2)“ und so weiter genannt.',
  warn_nameless_advice:
    '%{count} von %{columns} Spalten haben keinen Namen; sie werden „%{name}“ und so weiter genannt. Steht die Kopfzeile weiter unten, nennen Sie die Zeile (Kopfzeile in Zeile).',
  warn_nameless: '%{count} von %{columns} Spalten haben keinen Namen; sie werden „%{name}“ und so weiter genannt.',
  warn_header_quote:
    'Ein Anführungszeichen in Textzeile %{line}, der Kopfzeile, ist nicht geschlossen, wo seine Zelle endet. Prüfen Sie die Namen der Spalten.',
  warn_header_doubt:
    'Die Kopfzeile (%{columns} Zellen) passt nicht zu den meisten Zeilen, die nach %{count} Zellen aussehen, getrennt durch „%{delimiter}“. Steht sie weiter unten, nennen Sie die Zeile (Kopfzeile in Zeile).',
  warn_invalid_utf8:
    'Einige Zeichen sind kein gültiges UTF-8 und wurden durch U+FFFD ersetzt. Hat die Datei eine andere Zeichenkodierung, nennen Sie sie (windows-1252, macintosh, …).',
  warn_sheets:
    'Die Arbeitsmappe hat %{count} Blätter; gelesen wird „%{name}“. Ist es ein anderes, nennen Sie es (Blatt).',
  warn_sheet_beyond:
    'Zeile %{line} des Blattes hat einen Wert in Spalte %{names}, und die Kopfzeile hat %{columns} Spalten. Benennen Sie diese Spalte, oder entfernen Sie den Wert.',
  warn_formulas:
    '%{count} Formeln haben in der Arbeitsmappe keinen Wert, und ihre Zellen sind leer. Öffnen Sie sie in einer Tabellenkalkulation, und speichern Sie sie noch einmal.',
  warn_text_faults: '%{count} der ersten %{rows} Zeilen %{what} Die erste: %{where}.',
  fault_ragged:
    'haben mehr oder weniger Zellen als die Kopfzeile. Vielleicht ist das Trennzeichen ein anderes, oder einer Zelle fehlen Anführungszeichen.',
  fault_bad_quote:
    'haben eine Zelle, die nach ihrem schließenden Anführungszeichen weitergeht. Vielleicht ist es ein anderes Zeichen, oder es gibt keines.',
  fault_unclosed:
    'haben ein Anführungszeichen, das nie geschlossen wird. Vielleicht ist es ein anderes Zeichen, oder es gibt keines.',
  fault_no_json: 'sind kein JSON.',
  fault_no_object: 'sind keine JSON-Objekte.',
  fault_unreadable: 'können nicht gelesen werden.',
  where_row: 'Zeile %{line}',
  where_line: 'Textzeile %{line}',
};
