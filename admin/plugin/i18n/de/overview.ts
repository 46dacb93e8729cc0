import type { overviewTexts as english } from '../en/overview.ts';

export const overviewTexts: typeof english = {
  overview: {
    title: 'Übersicht',
    subtitle:
      'Was gerade läuft und wie die letzten %{days} Tage waren. Probeläufe stehen hier nur, solange sie laufen.',
    figures: 'In Zahlen',
    now: 'Gerade laufend',
    imports: 'Importe',
    rows: 'Zeilen',
    error_rate: 'Fehlerquote',
    running: 'Läuft gerade',
    none_running: 'Nichts läuft.',
    failed: 'Zuletzt fehlgeschlagen',
    all: 'Alle %{count}',
    none_failed: 'Nichts ist fehlgeschlagen.',
    chart: 'Zeilen je Tag',
    chart_text: '%{rows} Zeilen in %{days} Tagen, nach Tag und danach, was aus ihnen wurde',
    no_rows: 'In diesen Tagen wurden keine Zeilen importiert.',
  },
};
