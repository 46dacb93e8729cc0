import type {
  ColumnMappingInput,
  DuplicatePolicy,
  FieldRuleInput,
  SourceFormatInput,
} from '../../../gql/generated/graphql.ts';
import type { ImporterInfo, ScheduleDetail } from '../../api/types.ts';
import { savedRules } from '../imports/create/columns/rules/rules.ts';

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
  /** What is detected wrongly, said right; what is absent is detected each time. */
  readonly format: SourceFormatInput;
  /** Where each column goes; null: as suggested each time. */
  readonly mapping: readonly ColumnMappingInput[] | null;
  /** What fields get beside their columns, as the mapping was saved. */
  readonly fieldRules: readonly FieldRuleInput[];
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
    format: {},
    mapping: null,
    fieldRules: [],
    maxErrorRate: '',
  };
}

export function draftOf(schedule: ScheduleDetail, options: Readonly<Record<string, unknown>>): ScheduleDraft {
  const { name, importerName, cron, timeZone, onDuplicate, format, mapping, maxErrorRate } = schedule;
  return {
    ...{ name, cron, timeZone, onDuplicate, options, mapping },
    format: Object.fromEntries(Object.entries(format).filter(([, value]) => value !== null)),
    fieldRules: savedRules(schedule),
    importer: importerName,
    url: '',
    maxErrorRate: maxErrorRate === null ? '' : String(maxErrorRate * 100),
  };
}

/** What both making and changing one send. */
export function inputOf(draft: ScheduleDraft) {
  const { name, cron, timeZone, onDuplicate, options, format, mapping, fieldRules, maxErrorRate } = draft;
  return {
    ...{ cron: cron.trim(), timeZone, onDuplicate, options },
    name: name.trim(),
    // Null resets an earlier setting.
    format: Object.keys(format).length === 0 ? null : format,
    mapping: mapping === null ? null : [...mapping],
    fieldRules: fieldRules.length === 0 ? null : [...fieldRules],
    maxErrorRate: maxErrorRate === '' ? null : Number(maxErrorRate) / 100,
  };
}
