/** The options that every import has, by name. Those of an importer are in its folder. */
export const optionsTexts = {
  options: {
    assessment: {
      label: 'Quality thresholds',
      text: 'The rates that the import must reach to be assessed as “Go”. They don’t stop the import.',
    },
    minSuccessRate: { label: 'Minimum success rate', text: 'Share of successful rows, from 0 to 1.' },
    minValidationRate: {
      label: 'Minimum valid rows',
      text: 'Share of valid rows, from 0 to 1.',
    },
    minEntityResolutionRate: {
      label: 'Minimum known entities',
      text: 'Share of rows whose venue, organizers and categories are known, from 0 to 1.',
    },
  },
};
