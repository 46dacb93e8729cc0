import type { recordsMessages as english } from '../../../../../server/messages/en/records.ts';

export const recordsMessages: Record<keyof typeof english, string> = {
  RECORDS_NOT_LISTED:
    'Die Datensätze von „%{importer}“ sind nicht die Zeilen einer Tabelle und lassen sich hier nicht auflisten.',
  NO_RECORD_FIELD: 'Datensätze von „%{importer}“ haben kein Feld „%{name}“. Nehmen Sie eines von %{names}.',
  FIELD_NOT_SORTED:
    'Nach „%{field}“ lässt sich nicht sortieren, denn das Feld enthält Listen oder Objekte. Wählen Sie ein anderes Feld.',
  SEARCH_TOO_LONG: 'Eine Suche hat höchstens %{limit} Zeichen. Nehmen Sie weniger Wörter.',
  TOO_MANY_FILTERS: 'Eine Liste hat höchstens %{limit} Filter. Entfernen Sie einige.',
  FILTER_WITHOUT_CONDITION: 'Der Filter hat keine Bedingung. Nehmen Sie eine von %{names}.',
  FILTER_CONDITION: 'Das Feld „%{field}“ lässt sich nicht mit %{operator} filtern. Nehmen Sie eines von %{names}.',
  FILTER_TEXT: 'Geben Sie einen Text mit höchstens %{limit} Zeichen ein.',
  FILTER_NUMBER: 'Geben Sie eine Zahl ein, etwa 12.5.',
  FILTER_BOOLEAN: 'Geben Sie true oder false ein.',
  FILTER_DATE: 'Geben Sie ein Datum als JJJJ-MM-TT ein, etwa 2026-11-21.',
};
