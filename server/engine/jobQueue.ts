import type { Db } from '../sdk/records.ts';

/**
 * The kinds of work that an import can wait for. A `longPlan` is a plan that has had its turn and would have to begin
 * anew in the next: it is worked to its end where it keeps no other plan waiting but long ones.
 */
export type JobKind = 'plan' | 'longPlan' | 'lane' | 'finish' | 'undo';

export interface WakeOptions {
  /** Do not start before this many seconds. */
  readonly delaySeconds?: number;
  /** A wake-up that waits to start later starts now. */
  readonly atOnce?: boolean;
  /** Only a worker that reads this file store may take it (plan jobs of uploads). */
  readonly storeId?: string;
}

/**
 * All that the engine knows of jobs: it can have an import's work woken, within its own transaction. A wake-up that
 * finds one waiting already is dropped; losing all of them loses nothing, since the tables know what is to be done.
 */
export interface JobQueue {
  wake(db: Db, kind: JobKind, importId: string, options?: WakeOptions): Promise<void>;
  /** Has a message about an import's end sent, likewise. */
  deliver(db: Db, deliveryId: string): Promise<void>;
}
