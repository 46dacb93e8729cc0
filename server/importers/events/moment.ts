import { message } from '../../messages/catalogue.ts';
import { cellText, customField, type FieldOptions, Invalid, readMoment, readTime } from '../../sdk/index.ts';

/**
 * A day with or without a time: 2026-03-31 19:00, 2026-03-31T19:00:00-05:00, or the day in the date format that was said
 * for the source, with a time behind it. Anything else is INVALID_DATE, not guessed.
 */
export function momentField(options: FieldOptions<false>) {
  return customField('datetime', options, (cell, { parseDate }) => {
    const value = cellText(cell);
    if (value instanceof Invalid) return value;
    return readMoment(value, parseDate) ?? invalidDate(parseDate !== undefined);
  });
}

function invalidDate(hasFormat: boolean): Invalid {
  const cause = hasFormat ? message('INVALID_MOMENT_OR') : message('INVALID_MOMENT');
  return new Invalid(message('INVALID_DATE', { cause }));
}

/** A time of the day: 19:00, 7:00 pm. Otherwise INVALID_TIME. */
export function timeField(options: FieldOptions<false>) {
  return customField('time', options, (cell) => {
    const value = cellText(cell);
    if (value instanceof Invalid) return value;
    return readTime(value) ?? new Invalid(message('INVALID_TIME'));
  });
}
