interface LocalTimes {
  /** yyyy-MM-dd HH:mm:ss in the event's own zone. */
  readonly startLocal: string;
  readonly endLocal?: string | null;
  readonly allDay: boolean;
}

/** When an event takes place, as the clocks there show it: "Mar 10, 2026, 7:00 – 10:00 PM". */
export function localTime(locale: string, { startLocal, endLocal, allDay }: LocalTimes): string {
  const start = clock(startLocal);
  if (!start) return startLocal;
  const end = clock(endLocal ?? '');
  const day = { dateStyle: 'medium', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(locale, allDay ? day : { ...day, timeStyle: 'short' });
  return end && end > start ? format.formatRange(start, end) : format.format(start);
}

/** The zone plays no part: what the clock shows is taken for UTC, and shown as UTC. */
function clock(local: string): Date | null {
  const date = new Date(`${local.replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}
