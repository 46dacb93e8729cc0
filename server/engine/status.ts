import type { ImportStatus } from './engine.ts';

/**
 * The life of an import as a table. Nothing else decides what may follow what, and store/moveImport.ts, which takes
 * its steps from here, is the only writer of a status.
 */
export interface Step {
  readonly from: readonly ImportStatus[];
  readonly to: ImportStatus;
  /** Why this edge exists. */
  readonly because: string;
}

export const STEPS = {
  begin: { from: ['QUEUED'], to: 'RUNNING', because: 'the plan starts' },
  complete: { from: ['RUNNING'], to: 'COMPLETED', because: 'every row has a good outcome, and the finish is done' },
  completeWithErrors: {
    from: ['RUNNING'],
    to: 'COMPLETED_WITH_ERRORS',
    because: 'every row has an outcome, some are failed or discarded, and the finish is done',
  },
  fail: {
    from: ['QUEUED', 'RUNNING'],
    to: 'FAILED',
    because: 'it cannot go on: an unreadable source, a limit, three failed chunks in a row; statusReason says which',
  },
  resume: {
    from: ['PAUSED', 'CANCELLED', 'FAILED'],
    to: 'QUEUED',
    because: 'somebody wants the pending rows done after all',
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

/** Statuses in which nothing more happens by itself; a stream of progress ends here. */
export const FINAL_STATUSES: readonly ImportStatus[] = [
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'CANCELLED',
  'UNDONE',
];

export type ImportAction = 'RESUME';

/** What somebody who may edit the project can ask of an import in this status. */
export function availableActions(status: ImportStatus): ImportAction[] {
  return (STEPS.resume.from as readonly ImportStatus[]).includes(status) ? ['RESUME'] : [];
}
