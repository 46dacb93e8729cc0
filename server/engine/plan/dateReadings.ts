import type { AnyImporter } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import { readMoment } from '../../sdk/moment.ts';
import type { FormatHints } from '../../sources/types.ts';
import { createDateParser } from '../apply/dateFormat.ts';
import type { DateReading } from '../model/requests.ts';

/** The ways that sources use, the commoner first. `MMMM` reads months in short too. */
const USUAL = [
  ...['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'MM-dd-yyyy', 'yyyy/MM/dd', 'yyyy.MM.dd'],
  ...['d MMMM yyyy', 'MMMM d, yyyy', 'MMMM d yyyy', 'd-MMMM-yyyy', 'd. MMMM yyyy'],
  ...['dd/MM/yy', 'MM/dd/yy', 'dd.MM.yy', 'dd-MM-yy', 'MM-dd-yy'],
].map((format) => ({ format, parse: createDateParser(format) }));

/** What is longer, or has no digit, is no date in any of them, and takes time to find that out. */
const LIKE_A_DATE = /^(?=.*\d).{6,40}$/;

/** Whether it has fields whose values depend on the source's date format: by the types of the SDK's and the events' own. */
export function takesDates(importer: AnyImporter): boolean {
  return Object.values<{ readonly type: string }>(importer.fields).some(
    ({ type }) => type === 'date' || type === 'datetime',
  );
}

/** The ways in which all these values can be read as dates. None where they all say their date plainly, or are none. */
export function dateReadings(values: readonly string[]): DateReading[] {
  if (!values.every((value) => LIKE_A_DATE.test(value))) return [];
  const unclear = values.filter((value) => dateOf(value, undefined) === null);
  if (unclear.length === 0) return [];
  const fitting = USUAL.filter(({ parse }) => unclear.every((value) => dateOf(value, parse) !== null));
  const readings = (value: string): DateReading[] =>
    fitting.map(({ format, parse }) => ({ format, sample: value, date: dateOf(value, parse) ?? '' }));
  const differs = (value: string): boolean => new Set(readings(value).map(({ date }) => date)).size > 1;
  return readings(unclear.find(differs) ?? unclear[0] ?? '');
}

/** Column to what its value says when, as it is read by the format or the locale; without the values that are no dates. */
export function datesOf(rows: readonly JsonObject[], { dateFormat, locale }: FormatHints): JsonObject[] {
  const parse = createDateParser(dateFormat || undefined, locale || undefined);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, value]) => {
        const date = typeof value === 'string' ? dateOf(value.trim(), parse) : null;
        return date === null ? [] : [[column, date]];
      }),
    ),
  );
}

function dateOf(text: string, parse: ReturnType<typeof createDateParser>): string | null {
  const moment = readMoment(text.trim(), parse);
  if (moment === null) return null;
  return moment.time === null ? moment.day : `${moment.day}T${moment.time}`;
}
