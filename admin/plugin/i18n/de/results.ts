import type { resultsWords as english } from '../en/results.ts';

export const resultsWords: typeof english = {
  changes: {
    more: 'Alles zeigen',
    less: 'Weniger zeigen',
    table: 'Was jede Zeile geändert hat',
    outcomes: 'Welche Änderungen',
    all: 'Angelegt und geändert',
    row: 'Zeile %{row}',
    record: 'Datensatz zeigen',
    contacts: 'Die Kontakte zeigen, die er berührt hat',
    same: 'Nichts geändert',
    gone: 'nicht mehr vorhanden',
    nothing: 'nichts',
    none: 'Kein Datensatz wurde geändert',
    none_found: 'Kein Datensatz hat dieses Ergebnis',
  },
  rows: {
    table: 'Was aus jeder Zeile wurde',
    outcomes: 'Welche Zeilen',
    all: 'Alle',
    row: 'Zeile',
    outcome: 'Ergebnis',
    records: 'Datensätze',
    none: 'Noch hat keine Zeile ein Ergebnis',
    none_found: 'Keine Zeile hat dieses Ergebnis',
  },
  throughput: {
    title: 'Zeilen pro Sekunde',
    text: '%{rows} Zeilen in %{duration}: im Mittel %{speed} Zeilen pro Sekunde',
    summary: 'im Mittel %{speed} Zeilen/s über %{duration}',
  },
  resume: {
    title: 'Mit einer anderen Grenze fortsetzen?',
    text: 'Der Import endete, weil %{share} seiner Zeilen fehlerhaft waren, mehr als die Grenze von %{limit}. Was erledigt ist, bleibt; er geht bei der nächsten ausstehenden Zeile weiter.',
    limit: 'Weitermachen, bis dieser Anteil der Zeilen fehlerhaft ist (%)',
    invalid: 'Geben Sie eine Zahl von 0 bis 100 an.',
    confirm: 'Fortsetzen',
  },
  same_source: {
    text: 'Dieselben Bytes wurden schon einmal importiert:',
    when: '%{name}, %{when}',
  },
  for_real: {
    button: 'Diese Zeilen wirklich importieren',
    hint: 'Nimmt die Zeilen dieses Probelaufs, so wie sie hier verbessert wurden, und schreibt sie mit denselben Optionen.',
    started: 'Der Import ist gestartet',
    result: 'Dieser Probelauf hat nichts geschrieben. Unter „Änderungen“ steht, was er täte.',
  },
};
