import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';

type Maybe<T> = T | null | undefined;
const UNKNOWN = '—';
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Numbers, sizes and times as a person reads them; what is missing is a dash, never an error. */
export interface Format {
  count(value: Maybe<number>): string;
  /** With its decimals: "0.35". */
  number(value: Maybe<number>): string;
  /** "1.2k" where there is little room. */
  short(value: Maybe<number>): string;
  percent(value: Maybe<number>): string;
  /** A share of 0 to 1: "0.4 %". */
  share(value: Maybe<number>): string;
  bytes(value: Maybe<number>): string;
  duration(seconds: Maybe<number>): string;
  time(iso: Maybe<string>): string;
  /** A day as yyyy-mm-dd, with its month in words: "Nov 21". */
  day(day: Maybe<string>): string;
  /** "3 minutes ago"; a date when it was over a week ago. */
  ago(iso: Maybe<string>): string;
}

export function useFormat(): Format {
  const locale = useLocale();
  const translate = useTranslate();
  return useMemo(() => createFormat(locale, translate), [locale, translate]);
}

export function createFormat(locale: string, translate: (key: string, words?: object) => string): Format {
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const time = (iso: Maybe<string>) => inTime(iso, (date) => times.format(date));
  return {
    count: (value) => (isNumber(value) ? integers.format(value) : UNKNOWN),
    number: (value) => (isNumber(value) ? decimals.format(value) : UNKNOWN),
    short: (value) => (isNumber(value) ? compact.format(value) : UNKNOWN),
    share: (value) => (isNumber(value) ? shares.format(value) : UNKNOWN),
    // 99.97 is not 100: nothing looks finished before it is.
    percent: (value) => (isNumber(value) ? whole.format(Math.floor(Math.min(100, Math.max(0, value))) / 100) : UNKNOWN),
    bytes: (value) => (isNumber(value) ? bytes(locale, value) : UNKNOWN),
    duration: (seconds) => (isNumber(seconds) ? duration(seconds, translate) : UNKNOWN),
    time,
    day: (day) => inTime(day ? `${day}T12:00` : null, (date) => days.format(date)),
    ago: (iso) =>
      inTime(iso, (date) => {
        const seconds = (Date.now() - date.getTime()) / 1000;
        if (seconds < 45) return translate('sluice.when.now');
        if (seconds > 7 * 86_400) return dates.format(date);
        const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ['minute', 60];
        return relative.format(-Math.max(1, Math.round(seconds / size)), unit);
      }),
  };
}

function isNumber(value: Maybe<number>): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function inTime(iso: Maybe<string>, show: (date: Date) => string): string {
  const date = iso ? new Date(iso) : null;
  return date && !Number.isNaN(date.getTime()) ? show(date) : UNKNOWN;
}

function bytes(locale: string, value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3));
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(value / 1000 ** power);
}

function duration(seconds: number, translate: (key: string, words?: object) => string): string {
  if (seconds < 1) return translate('sluice.duration.under');
  const s = Math.round(seconds);
  if (s < 60) return translate('sluice.duration.seconds', { s });
  if (s < 3600) return translate('sluice.duration.minutes', { m: Math.floor(s / 60), s: s % 60 });
  return translate('sluice.duration.hours', { h: Math.floor(s / 3600), m: Math.floor((s % 3600) / 60) });
}
