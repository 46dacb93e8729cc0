/** The options that every import has, by name. Those of an importer are in its folder. */
export const optionsTexts = {
  options: {
    assessment: {
      label: 'Quality thresholds',
      text: 'What the import must reach to be assessed as “go”. Thresholds don’t stop the import.',
    },
    minSuccessRate: { label: 'Minimum success rate', text: 'Share of all rows that have a good outcome, 0 to 1.' },
    minValidationRate: {
      label: 'Minimum valid rows',
      text: 'Share of valid rows, 0 to 1.',
    },
    minEntityResolutionRate: {
      label: 'Minimum known entities',
      text: 'Share of rows whose venue, organizers and categories are known, 0 to 1.',
    },
  },
};
