import type { taxonomyTexts as english } from './en.ts';

export const taxonomyTexts: typeof english = {
  importers: {
    taxonomy: 'Taxonomie',
  },
  wizard: {
    importer_texts: {
      taxonomy: 'Seiten von Websites nach ihren Adressen, als Baum.',
    },
    drop_hints: {
      taxonomy:
        'Eine Liste von Adressen (.txt), eine Sitemap (.xml), CSV, TSV, Excel (.xlsx) oder JSON, auch gepackt als .gz. Große Dateien gehen in Stücken hinauf und lassen sich anhalten.',
    },
  },
  fields: {
    taxonomy: {
      url: 'Webadresse',
      title: 'Titel',
      description: 'Beschreibung',
      position: 'Platz',
      metadata: 'Weitere Angaben',
    },
  },
  options: {
    trackingParameters: {
      label: 'Parameter, die von einer URL entfernt werden',
      text: 'Sie sagen, woher jemand kam, nicht, welche Seite es ist. Einer je Zeile; ein Stern am Ende steht für alles. Für eine Website immer dieselben.',
    },
    deepPath: { label: 'Vor tiefen Pfaden warnen', text: 'Auf Pfade mit mehr Teilen als diesen wird hingewiesen.' },
  },
  taxonomy: {
    title: 'Taxonomie',
    all: 'Die ganze Taxonomie',
    subtitle: 'Die Seiten Ihrer Websites in der Ordnung, die ihre Adressen ergeben.',
    tree: 'Seiten, von den Startseiten abwärts',
    search: 'Adresse oder Titel suchen',
    in_tree: 'Im Baum zeigen',
    loading: 'Wird geladen …',
    failed: 'Konnte nicht geladen werden. Die Eingabetaste versucht es noch einmal.',
    below: '%{pages} Seite darunter |||| %{pages} Seiten darunter',
    count_below: 'Seiten darunter',
    hint: 'Die Pfeiltasten bewegen und öffnen, die Eingabetaste zeigt eine Seite.',
    page: 'Seite',
    path: 'Wo sie steht',
    none: 'Noch gibt es keine Seiten',
    none_hint: 'Importieren Sie eine Liste von Adressen mit dem Importer der Taxonomie, dann steht ihre Ordnung hier.',
    none_found: 'Keine Seite passt dazu',
    url: 'Adresse',
    site: 'Website',
    slug: 'Kurzname',
    depth: 'Tiefe',
    position: 'Platz',
    description: 'Beschreibung',
    parents: 'Darüber',
    updated: 'Zuletzt geändert',
  },
};
