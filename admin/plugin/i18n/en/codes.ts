/** The server's stable codes in words. */
export const codesWords = {
  /** What is wrong with a row; a code that is not here is shown as it is. */
  codes: {
    AMBIGUOUS_MATCH: 'Matches several records',
    BAD_QUOTE: 'Stray quote',
    CHUNK_FAILED: 'Could not be written',
    DUPLICATE: 'Already there',
    DUPLICATE_VALUE: 'Value is taken',
    EMPTY_ROW: 'Empty row',
    IMPORTER_ERROR: 'Importer failed',
    INVALID_BYTES: 'Unreadable characters',
    INVALID_EMAIL: 'Invalid e-mail',
    INVALID_PHONE: 'Invalid phone',
    INVALID_TEXT: 'Invalid text',
    NO_CONTACT: 'No phone or e-mail',
    NUL_CHARACTER: 'Forbidden character',
    RAGGED_ROW: 'Wrong number of cells',
    REFUSED_BY_DATABASE: 'Refused by the database',
    REQUIRED: 'Value is missing',
    ROW_TOO_LONG: 'Row is too long',
    TOO_LONG: 'Value is too long',
    UNCLOSED_QUOTE: 'Unclosed quote',
  },
};
