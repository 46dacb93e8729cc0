import type { recordsTexts as english } from '../en/records.ts';

export const recordsTexts: typeof english = {
  records: {
    facts: 'Einzelheiten',
    history: 'Importverlauf',
    untouched: 'Noch kein Importverlauf',
    row: 'Zeile %{row}',
    named_by: 'Er wurde genannt und blieb, wie er war.',
    named_before: 'Er wurde genannt.',
    undone_REVERSED: 'Zurückgenommen, als der Import rückgängig gemacht wurde',
    undone_KEPT: 'Behalten, als der Import rückgängig gemacht wurde',
    undone_ERRORED: 'Konnte nicht zurückgenommen werden, als der Import rückgängig gemacht wurde',
    undone_nothing: 'Der Import wurde seitdem rückgängig gemacht',
    id: 'Id',
    missing: 'Diesen Datensatz gibt es nicht',
    missing_hint:
      'Er wurde vielleicht mit seinem Import rückgängig gemacht oder gehört zu einem Projekt, das Sie nicht sehen dürfen.',
  },
  export: {
    do: '%{count} exportieren',
    progress: '%{done} von %{total} …',
    cut: 'Die Datei enthält die ersten %{most} von %{total}. Grenzen Sie die Liste ein, um die anderen zu bekommen.',
  },
};
