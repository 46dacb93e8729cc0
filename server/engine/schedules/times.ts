import { CronExpressionParser } from 'cron-parser';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';

/** What is wrong with a cron expression of five fields, in words for a person; null where nothing is. */
export function cronIssue(cron: string): Message | null {
  if (cron.trim().split(/\s+/).length !== 5) {
    return message('CRON_FIELDS');
  }
  try {
    CronExpressionParser.parse(cron).next();
    return null;
  } catch (error) {
    return message('CRON_WRONG', { reason: error instanceof Error ? error.message : String(error) });
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
