import type { optionsTexts as english } from '../en/options.ts';

export const optionsTexts: typeof english = {
  options: {
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
