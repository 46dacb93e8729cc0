import type { Message } from '../../messages/message.ts';
import type { StartImport } from './requests.ts';

/** What startImport is given for a schedule, beside its URL. */
export type ScheduledInput = Pick<
  StartImport,
  'format' | 'mapping' | 'fieldRules' | 'options' | 'onDuplicate' | 'chunkSize' | 'maxErrorRate'
>;

/** A recurring import from a URL. */
export interface Schedule {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly importerName: string;
  /** Without credentials and query. */
  readonly shownUrl: string;
  readonly encryptedUrl: string;
  readonly input: ScheduledInput;
  readonly cron: string;
  readonly timeZone: string;
  readonly paused: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null while it is paused. */
  readonly nextRunAt: Date | null;
  readonly lastImportId: string | null;
}

export interface NewSchedule extends ScheduledInput {
  readonly projectId: string;
  readonly name: string;
  readonly importer: string;
  readonly url: string;
  readonly cron: string;
  /** UTC when absent. */
  readonly timeZone?: string;
}

/** What is absent stays as it is; what `without` names is taken back, and is as if nobody had ever said it. */
export type ScheduleChange = Partial<Omit<NewSchedule, 'projectId' | 'importer'>> & {
  readonly without?: readonly (keyof ScheduledInput)[];
};

/** A time of a schedule, and what came of it. */
export interface ScheduleRun {
  readonly id: string;
  readonly scheduleId: string;
  readonly dueAt: Date;
  readonly at: Date;
  readonly actor: string;
  readonly outcome: 'STARTED' | 'OVERLAPPED' | 'REFUSED';
  readonly importId: string | null;
  readonly reason: Message | null;
}
