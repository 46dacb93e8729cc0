import type { DuplicatePolicy } from '../../gql/generated/graphql.ts';
import type { ImporterInfo, ScheduleDetail } from '../api/types.ts';

/** A schedule as its form has it. */
export interface ScheduleDraft {
  readonly name: string;
  readonly importer: string;
  /** Empty for one that is there already: its address stays. */
  readonly url: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly onDuplicate: DuplicatePolicy | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** Percent of the rows; empty: no limit. */
  readonly maxErrorRate: string;
}

export function emptyDraft(importers: readonly ImporterInfo[]): ScheduleDraft {
  return {
    name: '',
    importer: importers[0]?.name ?? '',
    url: '',
    cron: '0 6 * * *',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    onDuplicate: null,
    options: {},
    maxErrorRate: '',
  };
}

export function draftOf(schedule: ScheduleDetail, options: Readonly<Record<string, unknown>>): ScheduleDraft {
  const { name, importerName, cron, timeZone, onDuplicate, maxErrorRate } = schedule;
  return {
    ...{ name, cron, timeZone, onDuplicate, options },
    importer: importerName,
    url: '',
    maxErrorRate: maxErrorRate === null ? '' : String(maxErrorRate * 100),
  };
}

/** What both making and changing one send. */
export function inputOf({ name, cron, timeZone, onDuplicate, options, maxErrorRate }: ScheduleDraft) {
  return {
    ...{ cron: cron.trim(), timeZone, onDuplicate, options },
    name: name.trim(),
    maxErrorRate: maxErrorRate === '' ? null : Number(maxErrorRate) / 100,
  };
}
