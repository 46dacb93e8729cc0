import type { commonWords as english } from '../en/common.ts';

export const commonWords: typeof english = {
  live: {
    live: 'Live',
    connecting: 'Verbindung wird aufgebaut …',
    lost: 'Verbindung verloren, neuer Versuch …',
    lost_hint: 'Was Sie sehen, ist vielleicht nicht mehr aktuell. Es holt von selbst auf.',
    refused: 'Sie sind nicht mehr angemeldet',
    refused_hint: 'Was Sie sehen, ist vielleicht nicht mehr aktuell. Melden Sie sich an oder laden Sie die Seite neu.',
  },
  project: {
    switch: 'Projekt',
    none: 'Sie gehören zu keinem Projekt',
    none_hint: 'Bitten Sie einen Administrator, Sie in eines aufzunehmen.',
    gone: 'Sie haben keinen Zugang mehr zu „%{name}“',
  },
  error: {
    title: 'Das konnte nicht geladen werden',
    unreachable: 'Der Server antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    retry: 'Noch einmal versuchen',
    crash: 'Auf dieser Seite ist etwas schiefgegangen',
    crash_hint: 'Laden Sie sie neu. Importe laufen weiter, ob jemand zusieht oder nicht.',
    reload: 'Neu laden',
  },
  paging: {
    label: 'Seiten',
    range: '%{from}–%{to} von %{total}',
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
  },
  confirm: { keep: 'Abbrechen' },
  when: { now: 'gerade eben', never: '—' },
  duration: {
    seconds: '%{s} s',
    minutes: '%{m} min %{s} s',
    hours: '%{h} h %{m} min',
    under: 'unter einer Sekunde',
  },
  status: {
    QUEUED: 'In der Warteschlange',
    RUNNING: 'Läuft',
    PAUSED: 'Angehalten',
    CANCELLED: 'Abgebrochen',
    COMPLETED: 'Abgeschlossen',
    COMPLETED_WITH_ERRORS: 'Mit Fehlern abgeschlossen',
    FAILED: 'Fehlgeschlagen',
    UNDOING: 'Wird rückgängig gemacht',
    UNDONE: 'Rückgängig gemacht',
  },
  outcome: {
    total: 'Zeilen',
    created: 'Angelegt',
    updated: 'Geändert',
    unchanged: 'Unverändert',
    skipped: 'Übersprungen',
    failed: 'Fehlerhaft',
    discarded: 'Verworfen',
    pending: 'Ausstehend',
    bar: 'Was aus den Zeilen wurde',
  },
  duplicates: {
    SKIP: {
      name: 'Zeile überspringen',
      text: 'Die Zeile wird übersprungen. Nur Zeilen, zu denen nichts passt, kommen hinzu.',
    },
    UPDATE: {
      name: 'Überschreiben',
      text: 'Werte der Zeile ersetzen die des Datensatzes. Leere Zellen ändern nichts.',
    },
    ENRICH: {
      name: 'Leere Felder füllen',
      text: 'Nur Felder, die im Datensatz leer sind, bekommen einen Wert aus der Zeile.',
    },
    FAIL: {
      name: 'Zu den fehlerhaften Zeilen',
      text: 'Die Zeile wird zur fehlerhaften Zeile, über die Sie später entscheiden.',
    },
  },
  menu: {
    work: 'Importe',
    records: 'Datensätze',
    settings: 'Einstellungen',
  },
};
