/** Texts for the server's stable codes. */
type ByCode = Readonly<Record<string, string>>;
const SERVER_SAYS_IT: ByCode = {};

export const codesWords = {
  /** What is wrong with a row. A code that is not here is shown unchanged. */
  codes: {
    AMBIGUOUS_MATCH: 'Matches several records',
    BAD_QUOTE: 'Stray quote',
    CHUNK_FAILED: 'Couldn’t be written',
    DUPLICATE: 'Already exists',
    DUPLICATE_VALUE: 'Value is already in use',
    EMPTY_ROW: 'Empty row',
    IMPORTER_ERROR: 'Importer failed',
    INVALID_BYTES: 'Unreadable characters',
    INVALID_EMAIL: 'Invalid e-mail',
    INVALID_PHONE: 'Invalid phone',
    INVALID_TEXT: 'Invalid text',
    NO_CONTACT: 'No phone or e-mail',
    NUL_CHARACTER: 'Forbidden character',
    RAGGED_ROW: 'Wrong number of cells',
    REFUSED_BY_DATABASE: 'Rejected by the database',
    REQUIRED: 'Value is missing',
    ROW_TOO_LONG: 'Row is too long',
    TOO_LONG: 'Value is too long',
    UNCLOSED_QUOTE: 'Unclosed quote',
    BAD_JSON: 'Not valid JSON',
    NOT_AN_OBJECT: 'Not an object',
    INVALID_URL: 'Invalid URL',
    UNSUPPORTED_SCHEME: 'Not http or https',
    URL_WITH_CREDENTIALS: 'URL with a password',
    TOO_DEEP: 'Path is too deep',
    OUT_OF_RANGE: 'Number out of range',
    FORMULA_WITHOUT_VALUE: 'Formula without a value',
    UNKNOWN_ORIGIN: 'Unknown origin',
    INVALID_BOOLEAN: 'Not yes or no',
    END_BEFORE_START: 'Ends before it starts',
    INVALID_DATE: 'Invalid date',
    UNKNOWN_TIMEZONE: 'No time zone',
    INVALID_INTEGER: 'Not a whole number',
    INVALID_NUMBER: 'Not a number',
    INVALID_TIME: 'Invalid time',
    INVALID_TIMEZONE: 'Unknown time zone',
    UNRESOLVED_CATEGORY: 'Unknown category',
    UNRESOLVED_ORGANIZER: 'Unknown organizer',
    UNRESOLVED_VENUE: 'Unknown venue',
  },
  // For sentences that are not among those of `said`, as an importer of the user's own may have: in English the server's
  // words are shown; another language says by the code what it is about.
  faults: SERVER_SAYS_IT,
  warnings: SERVER_SAYS_IT,
  bad_luck: SERVER_SAYS_IT,
  refusals: SERVER_SAYS_IT,
};
