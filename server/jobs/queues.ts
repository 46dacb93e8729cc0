import type { Queue } from 'pg-boss';
import type { JobKind } from '../engine/model/context.ts';

/** The data of a job. The tables say what is left to do for the import. */
export interface JobData {
  readonly importId: string;
}

/** The queue of messages about ended imports, and what its jobs carry. */
export const DELIVERIES = 'deliver';

export interface DeliveryData {
  readonly deliveryId: string;
}

/**
 * So often a job is given to another worker. engine/apply/attempts ends an import long before; a message is sent anew.
 */
const RETRY_LIMIT = 10;

/** A queue for each kind of work; plans of uploads have one for each store, since not every machine reads it. */
export function queueName(kind: JobKind, storeId: string | null = null): string {
  return storeId === null ? kind : `${kind}-${storeId}`;
}

/**
 * `stately` with the import's id as key: one waiting and one active job for an import, further wake-ups drop. A worker
 * that vanishes is noticed 10 s after its last heartbeat, which is pg-boss' minimum; the next one starts a second
 * later.
 */
export const QUEUE_OPTIONS: Omit<Queue, 'name'> = {
  policy: 'stately',
  notify: true,
  heartbeatSeconds: 10,
  retryLimit: RETRY_LIMIT,
  retryDelay: 1,
  retryBackoff: false,
  // A plan of a large file runs long; its heartbeat tells whether it is alive.
  expireInSeconds: 12 * 3600,
  deleteAfterSeconds: 3600,
};
