/** The day of a moment as a date field writes it (yyyy-mm-dd), where the person is; '' of none. */
export function dayOf(iso: string | null | undefined): string {
  const date = iso ? new Date(iso) : null;
  if (!date || Number.isNaN(date.getTime())) return '';
  return [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
}

/** The moment at which a day starts in the viewer's time zone; null for a text that is not a day. */
export function startOf(day: string): string | null {
  const date = new Date(`${day}T00:00`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The day before or after, by a number of days. */
export function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T12:00`);
  if (Number.isNaN(date.getTime())) return '';
  date.setDate(date.getDate() + days);
  return dayOf(date.toISOString());
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
