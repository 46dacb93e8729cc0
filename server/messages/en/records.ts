/** Lists of records: their filters and orders. */
export const recordsMessages = {
  RECORDS_NOT_LISTED: 'The records of %{importer} are not the rows of one table, so they cannot be listed here.',
  NO_RECORD_FIELD: 'Records of %{importer} have no field "%{name}". Use one of %{names}.',
  FIELD_NOT_SORTED: 'Records cannot be sorted by "%{field}", which holds lists or objects. Choose another field.',
  SEARCH_TOO_LONG: 'A search has at most %{limit} characters. Use fewer words.',
  TOO_MANY_FILTERS: 'A list has at most %{limit} filters. Remove some.',
  FILTER_WITHOUT_CONDITION: 'The filter has no condition. Use one of %{names}.',
  FILTER_CONDITION: 'The field "%{field}" cannot be filtered by %{operator}. Use one of %{names}.',
  FILTER_TEXT: 'Enter a text of at most %{limit} characters.',
  FILTER_NUMBER: 'Enter a number, such as 12.5.',
  FILTER_BOOLEAN: 'Enter true or false.',
  FILTER_DATE: 'Enter a date as yyyy-MM-dd, such as 2026-11-21.',
} as const;
