import type { ImportPhase, ImportStatus } from './import.ts';

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
  begin: {
    from: ['QUEUED'],
    to: 'RUNNING',
    because: 'the project is under its limit of imports at once, and the plan starts',
  },
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
  pause: { from: ['QUEUED', 'RUNNING'], to: 'PAUSED', because: 'somebody wants it to wait' },
  cancel: {
    from: ['QUEUED', 'RUNNING', 'PAUSED'],
    to: 'CANCELLED',
    because: 'somebody wants no more of it; what is done stays done',
  },
  retry: {
    from: ['COMPLETED_WITH_ERRORS'],
    to: 'RUNNING',
    because: 'failed rows are tried again; the finish follows once more',
  },
  completeByReimport: {
    from: ['COMPLETED_WITH_ERRORS'],
    to: 'COMPLETED',
    because: 'its last failed row came back, good, in a later import',
  },
  reopen: {
    from: ['COMPLETED'],
    to: 'COMPLETED_WITH_ERRORS',
    because: 'the later import in which its failed rows had come back was undone',
  },
  undo: {
    from: ['PAUSED', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'CANCELLED', 'FAILED', 'UNDONE'],
    to: 'UNDOING',
    because: 'somebody wants it taken back; from UNDONE it tries again what was kept or errored',
  },
  failUndo: {
    from: ['UNDOING'],
    to: 'FAILED',
    because: 'taking it back stopped or froze the process three times in a row; statusReason says where',
  },
  undone: {
    from: ['UNDOING'],
    to: 'UNDONE',
    because: 'every record has been seen to; what could not be reversed is listed',
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

export type ImportAction = 'PAUSE' | 'RESUME' | 'CANCEL' | 'RETRY' | 'RETRY_ROWS' | 'DISCARD_ROWS' | 'UNDO';

/** What of an import decides which actions it allows. */
export interface ActionState {
  readonly status: ImportStatus;
  readonly phase: ImportPhase;
  /** Failed rows that are neither resolved nor discarded. */
  readonly failed: number;
  readonly dryRun: boolean;
}

const has = (statuses: readonly ImportStatus[], status: ImportStatus): boolean => statuses.includes(status);

/** Whether failed rows may be sent through again: by the retry step, or behind the chunks of an import that is at work. */
export function mayRetryRows(status: ImportStatus): boolean {
  return has(['QUEUED', 'RUNNING', 'COMPLETED'], status) || has(STEPS.retry.from, status);
}

/** Whether taking the import back has FAILED: part of it is gone, so that nothing is left but to undo it again. */
export function hasFailedUndo({ status, phase }: Pick<ActionState, 'status' | 'phase'>): boolean {
  return status === 'FAILED' && phase === 'UNDO';
}

/** Whether failed rows may be given up: whenever they are not being taken back. */
export function mayDiscardRows(state: Pick<ActionState, 'status' | 'phase'>): boolean {
  return !has(['UNDOING', 'UNDONE'], state.status) && !hasFailedUndo(state);
}

/** What somebody who may edit the project can usefully ask of an import now. */
export function availableActions(state: ActionState): ImportAction[] {
  const { status, failed, dryRun } = state;
  const mayGoOn = !hasFailedUndo(state);
  const actions: [ImportAction, boolean][] = [
    ['PAUSE', has(STEPS.pause.from, status)],
    ['RESUME', mayGoOn && has(STEPS.resume.from, status)],
    ['CANCEL', has(STEPS.cancel.from, status)],
    ['RETRY', (mayGoOn && status === 'FAILED') || (status === 'COMPLETED_WITH_ERRORS' && failed > 0)],
    ['RETRY_ROWS', failed > 0 && mayRetryRows(status)],
    ['DISCARD_ROWS', failed > 0 && mayDiscardRows(state)],
    ['UNDO', !dryRun && has(STEPS.undo.from, status)],
  ];
  return actions.filter(([, allowed]) => allowed).map(([action]) => action);
}
