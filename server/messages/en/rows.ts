/** What is wrong with a row, and what an importer notes about it. */
export const rowsMessages = {
  REFUSED_BY_DATABASE: 'The database rejected this row with SQLSTATE %{state}. Correct its values.',
  DUPLICATE: 'A record with the same match key already exists. Discard the row, or import with another policy.',
  DUPLICATE_VALUE: 'Another record already has this value, which must be unique. Correct the value or discard the row.',
  UNIQUE_CONSTRAINT:
    'Another record already has this value, and the unique constraint %{name} allows it only once. Correct the value or discard the row.',
  KEY_CHANGED:
    'The matching record has %{value} here. This is its key, which an import cannot change. Correct the value or discard the row.',
  NOTHING_TO_MATCH: 'Rows are matched by %{labels}. Enter a value.',
  VALUE_NEEDED: 'The column %{name} of the table requires a value. Enter one.',
  SEVERAL_RECORDS: '%{count} records have this %{key}. Identify the right one by another key, or merge the records.',
  NUL_CHARACTER: 'The value contains a NUL character, which cannot be stored. Remove it.',
  VALUE_TOO_LONG: 'The value has %{count} characters; at most %{limit} are allowed. Shorten it.',
  MISSING: '%{field} is missing. Enter a value.',
  START_MISSING: 'Start is missing. Enter a date and time.',
  EMPTY_ROW: 'The row has no values that can be imported.',
  IMPORTER_ERROR: 'The importer could not process this row: %{cause}',
  IMPORTER_ERROR_ALL: 'The importer could not process any row.',
  CHUNK_FAILED:
    'This row and the rows around it could not be written in four attempts (%{cause}). Fix the cause, then retry.',
  EXTRA_CELLS: 'The row has more cells than columns. Move the values to the right columns, and clear the extra cells.',
  OTHER_CELL_COUNT: 'The row on line %{line} has %{cells}, but the header has %{what}. %{advice}',
  CELLS: '%{count} cell |||| %{count} cells',
  HEADER_COLUMNS: '%{count} column |||| %{count} columns',
  ADD_CELLS: 'Add the missing cells.',
  QUOTE_CELLS: 'Put cells that contain the delimiter in quotes, or remove the extra cells.',
  TEXT_AFTER_QUOTE:
    'A quoted cell on line %{line} continues after its closing quote. Double the quotes within a quoted cell ("").',
  OPEN_QUOTE: 'A quote that opens on line %{line} is never closed. Close it, or remove it.',
  NO_JSON_OBJECT: 'Row %{line} is not a JSON object ({ ... }).',
  BAD_JSON_LINE: 'Line %{line} is not valid JSON: %{cause}.',
  PLAIN_VALUE: 'The value is a list or an object. Enter a single value.',
  UNSTORABLE: 'The value contains NUL or half a surrogate pair, which cannot be stored. Remove these characters.',
  TEXT_TOO_LONG: 'The value has %{count} characters. Shorten it to %{limit}.',
  INVALID_EMAIL: 'Enter one e-mail address with a domain, such as name@example.com.',
  INVALID_INTEGER: 'Enter a whole number in digits, such as 1200.',
  INVALID_LOCAL_NUMBER: 'Enter a number as the locale %{name} writes it, such as 1.234,5 for de or 1,234.5 for en.',
  INVALID_NUMBER: 'Enter a number with a decimal point and without separators, such as 1234.5.',
  INVALID_UUID: 'Enter a UUID, such as 6f1c2c5e-8f8e-4b7a-9d57-3f6f3b1c2a10.',
  NO_CHOICE: 'Enter one of %{names}.',
  INVALID_JSON: 'Enter JSON, such as {"color": "red"}. Numbers can have up to 15 digits.',
  INVALID_LIST: 'Enter a list, or a JSON list such as ["a", "b"], with up to %{limit} items.',
  INVALID_BOOLEAN: 'Enter yes or no (or true, false, y, n, 1, 0, on, off).',
  INVALID_DAY: 'Enter the date as yyyy-MM-dd, such as 2026-03-31, or set the date format of the source.',
  INVALID_DAY_OR: 'Enter the date as yyyy-MM-dd, such as 2026-03-31, or in the date format of this import.',
  INVALID_MOMENT_OR:
    'Enter the date and time as yyyy-MM-dd HH:mm, such as 2026-03-31 19:00, or in the date format of this import.',
  INVALID_MOMENT:
    'Enter the date and time as yyyy-MM-dd HH:mm, such as 2026-03-31 19:00, or set the date format of the source.',
  INVALID_TIME: 'Enter the time as 19:00 or 7:00 pm.',
  NO_SUCH_TIME: '%{text} is not a valid date and time.',
  SKIPPED_TIME: '%{text} does not exist in %{zone}, where the clocks are put forward at that time. Correct the time.',
  NO_TIMEZONE: 'The row has no time zone. Map a column that has it, or set the option "timezone".',
  INVALID_TIMEZONE: 'Enter a time zone such as America/New_York, UTC or UTC-5.',
  END_BEFORE_START: 'The end is before the start.',
  INVALID_EVENT_URL: 'Enter a URL such as https://example.com/event, of at most %{limit} characters.',
  UNRESOLVED_VENUE:
    '"%{name}" is not a venue of the project. Match it in the review queue; the row is then retried automatically.',
  UNRESOLVED_ORGANIZER:
    '"%{name}" is not an organizer of the project. Match it in the review queue; the row is then retried automatically.',
  UNRESOLVED_CATEGORY:
    '"%{name}" is not a category of the project. Match it in the review queue; the row is then retried automatically.',
  REFERENCE_NOT_FOUND:
    'No record of "%{target}" has "%{name}" as its %{names}. Correct the value, or add the record first.',
  AMBIGUOUS_REFERENCE:
    '%{count} records of "%{target}" have "%{name}" as their %{names}. Give a value that only one of them has.',
  UNRESOLVED_REFERENCE:
    'No record of "%{target}" is known as "%{name}". Decide in the review queue which one it is; the row is then retried automatically.',
  REFERENCES_ADDED: 'Rows name records of "%{target}" that did not exist. The import created them.',
  TOO_MANY_NAMES: 'The cell has %{count} names. At most %{limit} are allowed.',
  VENUE_CREATED: 'Some events have venues that were new to the project. They were created. Review them.',
  ORGANIZER_CREATED: 'Some events have organizers that were new to the project. They were created. Review them.',
  CATEGORY_CREATED: 'Some events have categories that were new to the project. They were created. Review them.',
  VENUE_BY_SIMILARITY: 'Some venues were matched to venues with a similar name.',
  ORGANIZER_BY_SIMILARITY: 'Some organizers were matched to organizers with a similar name.',
  CATEGORY_BY_SIMILARITY: 'Some categories were matched to categories with a similar name.',
  EVENTS_NO_ZONE:
    'Some events have no time zone. Their local times are shown in UTC, unless you set the option "timezone".',
  VALUE_ROUNDED: 'Some values were rounded to what their database column can hold, for example %{value} to %{kept}.',
  SEVERAL_VENUES: 'Some events have several venues. Only the first one was used.',
  INVALID_WEBSITE: 'Some events have a website that is not a valid URL. It was left out.',
  EVENTS_MISSING:
    'Some events of the project that start within %{where} (%{from} to %{to}) are no longer in the source.',
  EVENTS_MISSING_MARKED:
    'Some events of the project that start within %{where} (%{from} to %{to}) are no longer in the source. They were marked as removed.',
  EVENTS_MISSING_HELD:
    'Some events of the project that start within %{where} (%{from} to %{to}) are no longer in the source. They were kept, because rows failed or the feed is empty.',
  RANGE_FEED: 'the range of the feed',
  RANGE_OF_IMPORT: 'the range that this import covers',
  INVALID_PHONE:
    'This is not a phone number of %{region} (+%{prefix}) and has no other country code. Add the country code (+%{prefix} ...), or choose another default region.',
  NO_CONTACT: 'The row has no valid phone or e-mail address. Add one.',
  UNUSABLE_PHONE: "Some phone numbers are not valid. They were kept in the contact's metadata.",
  UNUSABLE_EMAIL: "Some e-mail addresses are not valid. They were kept in the contact's metadata.",
  SHARED_PHONE:
    'Some rows have the phone number of a contact with another e-mail address or name. They became separate contacts.',
  SHARED_EMAIL:
    'Some rows have the e-mail address of a contact with another name and phone. They became separate contacts.',
  EMAIL_OF_ANOTHER:
    'A contact with another name and phone has this e-mail address. Correct it, or import with sharedEmail CREATE if both use it.',
  VALUES_KEPT: 'Some rows have other values than their records, which kept their own. See the results of these rows.',
  UNREACHABLE_PERSON:
    "Some rows name a second person without a phone or e-mail address. The name was kept in the first person's metadata.",
  INVALID_WEB_ADDRESS: 'Enter a complete URL, such as https://example.com/page.',
  UNSUPPORTED_SCHEME:
    'The URL begins with "%{scheme}", but only http and https are supported. Enter the URL of the page, beginning with https://.',
  URL_WITH_CREDENTIALS: 'Remove the user name and password before the @.',
  BAD_HOST: 'The host name contains "%{name}", which is not valid. Correct it.',
  URL_TOO_LONG: 'The URL has %{count} characters when fully escaped. Shorten it to %{limit}.',
  TOO_DEEP: 'The path has %{count} segments. Shorten it to %{limit}.',
  OUT_OF_RANGE: 'Enter a whole number from -%{limit} to %{limit}.',
  DEEP_PATH:
    'The path has more than %{limit} segments. Check that it is a real page and not the result of a crawler loop.',
  ODD_HOST: 'The host has characters that host names do not have. Check that the URL was extracted correctly.',
  DUPLICATE_URL: 'Same page as an earlier URL: %{url}',
  UNKNOWN_ORIGIN: 'Some rows refer to failed rows that this project does not have. They were imported as new rows.',
  AMBIGUOUS_MATCH: '%{cause}',
  REQUIRED: '%{cause}',
  INVALID_TEXT: '%{cause}',
  TOO_LONG: '%{cause}',
  RAGGED_ROW: '%{cause}',
  INVALID_URL: '%{cause}',
  BAD_QUOTE: '%{cause}',
  UNCLOSED_QUOTE: '%{cause}',
  NOT_AN_OBJECT: '%{cause}',
  INVALID_DATE: '%{cause}',
  UNKNOWN_TIMEZONE: '%{cause}',
  MISSING_EVENTS: '%{cause}',
  TOO_MANY_TAGS: 'The HTML has more than %{limit} tags. Remove some.',
} as const;
