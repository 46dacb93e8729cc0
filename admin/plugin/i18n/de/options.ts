import type { optionsWords as english } from '../en/options.ts';

const UNKNOWN = {
  CREATE: 'Anlegen, zur Prüfung vorgemerkt',
  PARK: 'Die Zeile zurückhalten, bis jemand entscheidet',
};

export const optionsWords: typeof english = {
  options: {
    defaultRegion: {
      label: 'Land der Telefonnummern',
      text: 'Für Nummern ohne Landesvorwahl: zwei Buchstaben, etwa US oder DE.',
    },
    matchBy: {
      label: 'Woran Kontakte erkannt werden',
      text: 'Wie eine Zeile den Kontakt findet, den es schon gibt. Einer mit demselben Telefon ist jemand anders, wo E-Mail oder Name nicht passen.',
      choices: {
        PHONE: 'Am Telefon; ohne Nummer an der E-Mail',
        PHONE_THEN_EMAIL: 'Am Telefon; hat es niemand, an der E-Mail',
        EMAIL: 'An der E-Mail; ohne Adresse am Telefon',
        EMAIL_THEN_PHONE: 'An der E-Mail; hat sie niemand, am Telefon',
      },
    },
    sharedEmail: {
      label: 'Jemand anders hat die E-Mail-Adresse',
      text: 'Ein Kontakt mit anderem Namen und anderem Telefon, wie in einer Familie.',
      choices: { FAIL: 'Als fehlerhafte Zeile behalten', CREATE: 'Einen neuen Kontakt anlegen' },
    },
    listName: {
      label: 'Auf die Kontaktliste setzen',
      text: 'Alle Kontakte dieses Imports kommen auf die Liste dieses Namens; eine neue wird angelegt.',
    },
    trackingParameters: {
      label: 'Parameter, die von einer URL entfernt werden',
      text: 'Sie sagen, woher jemand kam, nicht, welche Seite es ist. Einer je Zeile; ein Stern am Ende steht für alles. Für eine Website immer dieselben.',
    },
    deepPath: { label: 'Vor tiefen Pfaden warnen', text: 'Auf Pfade mit mehr Teilen als diesen wird hingewiesen.' },
    unknownVenue: {
      label: 'Ein unbekannter Ort',
      text: 'Wenn das Projekt den Ort einer Zeile nicht kennt.',
      choices: UNKNOWN,
    },
    unknownOrganizer: {
      label: 'Ein unbekannter Veranstalter',
      text: 'Wenn das Projekt den Veranstalter einer Zeile nicht kennt.',
      choices: UNKNOWN,
    },
    unknownCategory: {
      label: 'Eine unbekannte Kategorie',
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
      label: 'Beurteilung',
      text: 'Was der Import erreichen muss, um freigegeben zu werden. Angehalten wird dadurch nichts.',
    },
    minSuccessRate: { label: 'Gute Ergebnisse, mindestens', text: 'Anteil aller Zeilen, 0 bis 1.' },
    minValidationRate: {
      label: 'Gültige Zeilen, mindestens',
      text: 'Anteil der Zeilen, an denen selbst nichts falsch ist, 0 bis 1.',
    },
    minEntityResolutionRate: {
      label: 'Bekannte Einträge, mindestens',
      text: 'Anteil der Zeilen, deren Orte und dergleichen bekannt sind, 0 bis 1.',
    },
  },
};
