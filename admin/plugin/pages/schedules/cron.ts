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

/** Times that have plain words: those that are the same each day, or each day of one kind, or come every few minutes. */
export type PlainTimes =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'hourly'; readonly minute: number }
  | { readonly kind: 'daily' | 'weekdays'; readonly hour: number; readonly minute: number }
  /** `day` from 0, a Sunday. */
  | { readonly kind: 'weekly'; readonly day: number; readonly hour: number; readonly minute: number };

/** Null of what is better read as crontab writes it. */
export function plainTimes(cron: string): PlainTimes | null {
  const minutes = /^\*\/([1-9]\d?) \* \* \* \*$/.exec(cron);
  // Every 45 minutes is not an interval: the pattern restarts each hour.
  if (minutes && 60 % Number(minutes[1]) === 0) return { kind: 'minutes', minutes: Number(minutes[1]) };
  const hourly = /^(\d\d?) \* \* \* \*$/.exec(cron);
  if (hourly) return { kind: 'hourly', minute: Number(hourly[1]) };
  const [, at, of, days] = /^(\d\d?) (\d\d?) \* \* (\*|1-5|[0-7])$/.exec(cron) ?? [];
  const time = { hour: Number(of), minute: Number(at) };
  if (days === undefined) return null;
  if (days === '*' || days === '1-5') return { kind: days === '*' ? 'daily' : 'weekdays', ...time };
  return { kind: 'weekly', day: Number(days) % 7, ...time };
}
