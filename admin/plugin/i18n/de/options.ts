import type { optionsWords as english } from '../en/options.ts';

const UNKNOWN = {
  CREATE: 'Anlegen, zur Prüfung vorgemerkt',
  PARK: 'Die Zeile bis zur Entscheidung zurückhalten',
};

export const optionsWords: typeof english = {
  options: {
    defaultRegion: {
      label: 'Land der Telefonnummern',
      text: 'Für Nummern ohne Landesvorwahl: zwei Buchstaben, etwa US oder DE.',
    },
    matchBy: {
      label: 'Woran Kontakte erkannt werden',
      text: 'Wie eine Zeile einen vorhandenen Kontakt findet. Ein Kontakt mit demselben Telefon ist eine andere Person, wenn E-Mail oder Name abweichen.',
      choices: {
        PHONE: 'Am Telefon; ohne Nummer an der E-Mail',
        PHONE_THEN_EMAIL: 'Telefon; E-Mail, wenn kein Kontakt das Telefon hat',
        EMAIL: 'An der E-Mail; ohne Adresse am Telefon',
        EMAIL_THEN_PHONE: 'E-Mail; Telefon, wenn kein Kontakt die E-Mail hat',
      },
    },
    sharedEmail: {
      label: 'Wenn eine andere Person die E-Mail-Adresse hat',
      text: 'Eine andere Person ist ein Kontakt mit anderem Namen und anderem Telefon, zum Beispiel in einer Familie.',
      choices: { FAIL: 'Als fehlerhafte Zeile behalten', CREATE: 'Einen neuen Kontakt anlegen' },
    },
    listName: {
      label: 'Zur Kontaktliste hinzufügen',
      text: 'Alle Kontakte dieses Imports kommen auf die Liste dieses Namens; eine neue wird angelegt.',
    },
    trackingParameters: {
      label: 'Parameter, die von einer URL entfernt werden',
      text: 'Sie sagen, woher jemand kam, nicht, welche Seite es ist. Einer je Zeile; ein Stern am Ende steht für alles. Für eine Website immer dieselben.',
    },
    deepPath: { label: 'Vor tiefen Pfaden warnen', text: 'Auf Pfade mit mehr Teilen als diesen wird hingewiesen.' },
    unknownVenue: {
      label: 'Unbekannte Orte',
      text: 'Wenn das Projekt den Ort einer Zeile nicht kennt.',
      choices: UNKNOWN,
    },
    unknownOrganizer: {
      label: 'Unbekannte Veranstalter',
      text: 'Wenn das Projekt den Veranstalter einer Zeile nicht kennt.',
      choices: UNKNOWN,
    },
    unknownCategory: {
      label: 'Unbekannte Kategorien',
      text: 'Wenn das Projekt die Kategorie einer Zeile nicht kennt.',
      choices: UNKNOWN,
    },
    similarity: {
      label: 'Wie ähnlich Namen sein müssen',
      text: 'Von 0,3 bis 1, um dasselbe zu meinen. 1: gleich bis auf Großschreibung, Akzente und Satzzeichen.',
    },
    timezone: {
      label: 'Zeitzone',
      text: 'Für Zeilen, die keine nennen, etwa Europe/Berlin. Ein Feed nennt sie bei jeder Veranstaltung.',
    },
    removeMissing: {
      label: 'Fehlende Veranstaltungen als entfernt vermerken',
      text: 'Solche, die im Zeitraum des Feeds standen und nicht mehr da sind. Gemeldet werden sie immer.',
    },
    completeFrom: {
      label: 'Vollständig ab',
      text: 'Für Dateien: sie enthalten alle Veranstaltungen ab dieser Zeit (yyyy-MM-dd). Mit dem Ende werden fehlende gemeldet.',
    },
    completeTo: { label: 'Vollständig bis', text: 'Für Dateien: das Ende dieses Zeitraums. Ein Tag gilt ganz.' },
    assessment: {
      label: 'Qualitätsschwellen',
      text: 'Was der Import erreichen muss, um freigegeben zu werden. Angehalten wird dadurch nichts.',
    },
    minSuccessRate: { label: 'Gute Ergebnisse, mindestens', text: 'Anteil aller Zeilen, 0 bis 1.' },
    minValidationRate: {
      label: 'Gültige Zeilen, mindestens',
      text: 'Anteil der gültigen Zeilen, 0 bis 1.',
    },
    minEntityResolutionRate: {
      label: 'Bekannte Einträge, mindestens',
      text: 'Anteil der Zeilen, deren Orte und dergleichen bekannt sind, 0 bis 1.',
    },
  },
};
