/** The options of the importers that Sluice ships, by their name; those of another are in its own words. */
const UNKNOWN = {
  CREATE: 'Make it, marked for review',
  PARK: 'Hold the row back until somebody decides',
};

export const optionsWords = {
  options: {
    defaultRegion: {
      label: 'Country of phone numbers',
      text: 'Of numbers that are written without a country code: two letters, such as US or DE.',
    },
    matchBy: {
      label: 'How contacts are recognised',
      text: 'How a row finds the contact that is there already. One with the same phone is somebody else where e-mail or name differ.',
      choices: {
        PHONE: 'By phone; without one, by e-mail',
        PHONE_THEN_EMAIL: 'By phone; if nobody has it, by e-mail',
        EMAIL: 'By e-mail; without one, by phone',
        EMAIL_THEN_PHONE: 'By e-mail; if nobody has it, by phone',
      },
    },
    sharedEmail: {
      label: 'Somebody else has the e-mail address',
      text: 'A contact with another name and another phone, as in a family.',
      choices: { FAIL: 'Make it a failed row', CREATE: 'Make a new contact' },
    },
    listName: {
      label: 'Put them on the contact list',
      text: 'Every contact of this import goes on the list of this name, which is made when it is new.',
    },
    trackingParameters: {
      label: 'Parameters taken off a URL',
      text: 'They say where a visitor came from, not which page it is. One a line; a star at the end stands for anything. Always use the same for one site.',
    },
    deepPath: {
      label: 'Warn of deep paths',
      text: 'Paths with more segments than this are pointed out.',
    },
    unknownVenue: { label: 'An unknown venue', text: 'When a row’s venue is none of the project’s.', choices: UNKNOWN },
    unknownOrganizer: {
      label: 'An unknown organizer',
      text: 'When a row’s organizer is none of the project’s.',
      choices: UNKNOWN,
    },
    unknownCategory: {
      label: 'An unknown category',
      text: 'When a row’s category is none of the project’s.',
      choices: UNKNOWN,
    },
    similarity: {
      label: 'How alike names must be',
      text: 'From 0.3 to 1, to mean the same venue, organizer or category. 1: the same but for case, accents and punctuation.',
    },
    timezone: {
      label: 'Time zone',
      text: 'Of rows that name none, such as America/New_York. A feed names it with each event.',
    },
    removeMissing: {
      label: 'Mark missing events as removed',
      text: 'Those that were in the feed’s range and are no longer there. They are reported in any case.',
    },
    completeFrom: {
      label: 'Complete from',
      text: 'For files: they hold all events from this time on (yyyy-MM-dd). With the end, missing events are reported.',
    },
    completeTo: { label: 'Complete to', text: 'For files: the end of that range. A day means all of it.' },
    assessment: {
      label: 'Assessment',
      text: 'What the import must reach to be a go. It stops nothing by itself.',
    },
    minSuccessRate: { label: 'Good outcomes, at least', text: 'Share of all rows, 0 to 1.' },
    minValidationRate: {
      label: 'Valid rows, at least',
      text: 'Share of the rows with nothing wrong in themselves, 0 to 1.',
    },
    minEntityResolutionRate: {
      label: 'Known entities, at least',
      text: 'Share of the rows whose venues and the like are known, 0 to 1.',
    },
  },
};
