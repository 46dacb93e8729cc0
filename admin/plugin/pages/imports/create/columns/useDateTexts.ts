import { useMemo } from 'react';
import { useLocale } from 'react-admin';

/** A date of a source with its month in words, so that nobody takes the day for the month: yyyy-MM-dd[THH:mm:ss]. */
export function useDateTexts(): (date: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    // A source's dates have no zone: they are shown as they are written.
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    return (date) => (date.includes('T') ? times.format(new Date(`${date}Z`)) : days.format(new Date(date)));
  }, [locale]);
}
