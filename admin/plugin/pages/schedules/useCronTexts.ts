import { useLocale, useTranslate } from 'react-admin';
import { howOften, plainTimes } from './cron.ts';

/** A schedule's times in words where there are some for them, else as crontab writes them. */
export function useCronTexts(): (cron: string) => string {
  const translate = useTranslate();
  const locale = useLocale();
  const clock = (hour: number, minute: number) => `${hour}:${String(minute).padStart(2, '0')}`;
  return (cron) => {
    const often = howOften(cron);
    if (often !== 'own') return translate(`sluice.schedules.often_${often}`);
    const times = plainTimes(cron);
    if (times === null) return cron;
    switch (times.kind) {
      case 'minutes':
        return translate('sluice.schedules.times_minutes', { smart_count: times.minutes });
      case 'hourly':
        return translate('sluice.schedules.times_hourly', { minute: times.minute });
      case 'weekly':
        return translate('sluice.schedules.times_weekly', {
          day: dayName(locale, times.day),
          time: clock(times.hour, times.minute),
        });
      default:
        return translate(`sluice.schedules.times_${times.kind}`, { time: clock(times.hour, times.minute) });
    }
  };
}

/** The fourth of January 1970 was a Sunday. */
function dayName(locale: string, day: number): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + day));
}
