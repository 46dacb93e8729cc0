/** The options of the importers that Sluice ships, by name. Other importers bring their own texts. */
const UNKNOWN = {
  CREATE: 'Create and flag for review',
  PARK: 'Hold the row until a decision is made',
};

export const optionsWords = {
  options: {
    defaultRegion: {
      label: 'Country of phone numbers',
      text: 'The country of numbers without a country code, as two letters such as US or DE.',
    },
    matchBy: {
      label: 'Match contacts by',
      text: 'How a row finds an existing contact. If the e-mail or the name differs, a contact with the same phone is a different person.',
      choices: {
        PHONE: 'Phone; e-mail if the row has no phone',
        PHONE_THEN_EMAIL: 'Phone; e-mail if no contact has the phone',
        EMAIL: 'E-mail; phone if the row has no e-mail',
        EMAIL_THEN_PHONE: 'E-mail; phone if no contact has the e-mail',
      },
    },
    sharedEmail: {
      label: 'If another person has the e-mail address',
      text: 'Another person is a contact with a different name and phone, for example in the same family.',
      choices: { FAIL: 'Send to failed rows', CREATE: 'Create a new contact' },
    },
    listName: {
      label: 'Add to contact list',
      text: 'Every contact in this import is added to the list with this name. If the list doesn’t exist, it is created.',
    },
    trackingParameters: {
      label: 'URL parameters to remove',
      text: 'Tracking parameters that say where a visitor came from, not which page it is. Enter one per line. An asterisk at the end matches anything. Always use the same parameters for a site.',
    },
    deepPath: {
      label: 'Warn about deep paths',
      text: 'Paths with more segments than this get a warning.',
    },
    unknownVenue: {
      label: 'Unknown venues',
      text: 'What to do if the project doesn’t have a row’s venue.',
      choices: UNKNOWN,
    },
    unknownOrganizer: {
      label: 'Unknown organizers',
      text: 'What to do if the project doesn’t have a row’s organizer.',
      choices: UNKNOWN,
    },
    unknownCategory: {
      label: 'Unknown categories',
      text: 'What to do if the project doesn’t have a row’s category.',
      choices: UNKNOWN,
    },
    similarity: {
      label: 'Name similarity',
      text: 'How similar two names must be to mean the same venue, organizer or category, from 0.3 to 1. With 1, only case, accents and punctuation may differ.',
    },
    timezone: {
      label: 'Time zone',
      text: 'The time zone of rows that don’t name it, such as America/New_York. A feed names it for each event.',
    },
    removeMissing: {
      label: 'Mark missing events as removed',
      text: 'Events in the feed’s date range that the feed no longer has. They are always reported.',
    },
    completeFrom: {
      label: 'Complete from',
      text: 'For files: the file has all events from this date on (yyyy-MM-dd). Set the end too to report missing events.',
    },
    completeTo: { label: 'Complete to', text: 'For files: the end of that range. A date includes the whole day.' },
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
