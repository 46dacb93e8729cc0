/** Times that people often want, as crontab writes them. What is none of these is written by hand. */
export const OFTEN = {
  hourly: '0 * * * *',
  daily: '0 6 * * *',
  weekdays: '0 6 * * 1-5',
  weekly: '0 6 * * 1',
  monthly: '0 6 1 * *',
} as const;

export type HowOften = keyof typeof OFTEN | 'own';

export const HOW_OFTEN: readonly HowOften[] = ['hourly', 'daily', 'weekdays', 'weekly', 'monthly', 'own'];

export function howOften(cron: string): HowOften {
  return HOW_OFTEN.find((one) => one !== 'own' && OFTEN[one] === cron) ?? 'own';
}
