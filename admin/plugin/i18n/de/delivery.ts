import type { deliveryTexts as english } from '../en/delivery.ts';

export const deliveryTexts: typeof english = {
  delivery: {
    none: 'Keine Benachrichtigungen eingerichtet',
    none_yet: 'E-Mails und Webhooks gehen hinaus, wenn der Import endet',
    EMAIL: 'E-Mail',
    WEBHOOK: 'Webhook',
    status_PENDING: 'Wird versucht',
    status_DELIVERED: 'Zugestellt',
    status_FAILED: 'Aufgegeben',
    status_NOT_SENT: 'Nicht gesendet: kein Mailserver ist eingerichtet',
    next: 'nächster Versuch %{when}',
    attempts: 'Versuche',
    attempt: '%{time}: %{answer} (%{ms} ms)',
    answered: 'geantwortet mit %{status}',
    again: 'Noch einmal senden',
    again_to: 'Noch einmal an %{target} senden',
    sent: 'Es wird noch einmal gesendet',
  },
  download: {
    failed: 'Fehlerhafte Zeilen herunterladen',
    audit: 'Verlauf herunterladen',
    CSV: 'CSV, für eine Tabellenkalkulation',
    JSONL: 'JSON Lines, für ein Programm',
    gone: 'Es gibt nichts herunterzuladen',
  },
  came: {
    from: 'Zurückgekommen aus Zeile %{row} eines früheren Imports',
    as: 'Zurückgekommen als Zeile %{row} eines späteren Imports',
  },
  assessment: {
    title: 'Beurteilung',
    go: 'Freigabe',
    no_go: 'Keine Freigabe',
    successRate: 'Zeilen mit gutem Ergebnis',
    validationRate: 'Gültige Zeilen',
    entityResolutionRate: 'Zeilen, deren Orte, Veranstalter und Kategorien bekannt sind',
    missed: 'verfehlt',
    at_least: 'mindestens %{rate}',
  },
};
