import { useTranslate } from 'react-admin';
import { howOften } from './cron.ts';

/** A schedule's times in words where there are some for them, else as crontab writes them. */
export function useCronWords(): (cron: string) => string {
  const translate = useTranslate();
  return (cron) => {
    const often = howOften(cron);
    return often === 'own' ? cron : translate(`sluice.schedules.often_${often}`);
  };
}
