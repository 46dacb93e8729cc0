import { CronExpressionParser } from 'cron-parser';

/** What is wrong with a cron expression of five fields, in words for a person; null where nothing is. */
export function cronIssue(cron: string): string | null {
  if (cron.trim().split(/\s+/).length !== 5) {
    return 'Give five fields, as in crontab: minute, hour, day of the month, month, day of the week ("30 6 * * 1-5").';
  }
  try {
    CronExpressionParser.parse(cron).next();
    return null;
  } catch (error) {
    return `These are no times: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

export function isTimeZone(name: string): boolean {
  try {
    // An offset such as +01:00 is none: it has no summer time.
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

/**
 * The first time behind `after`, by the clocks of the zone. A time that the clocks skip in spring comes at the time that
 * they show instead; one that they show twice in autumn comes once.
 */
export function nextTime(cron: string, timeZone: string, after: Date): Date {
  return CronExpressionParser.parse(cron, { currentDate: after, tz: timeZone }).next().toDate();
}
