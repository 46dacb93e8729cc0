import { setTimeout as wait } from 'node:timers/promises';
import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../engine/model/context.ts';
import { dropUploadLock, renewUploadLock, takeUploadLock } from './store/uploadLocks.ts';

export interface UploadLockerOptions {
  readonly database: Database;
  readonly log: Logger;
  /** After so long without a sign of life a holder has lost the lock, in ms. */
  readonly leaseMs?: number;
  /** How often a holder renews its lease and checks for waiting requests, in ms. */
  readonly renewMs?: number;
  /** How often and how long a waiting request polls, in ms. */
  readonly pollMs?: number;
  readonly timeoutMs?: number;
}

/**
 * Only one request at a time writes to an upload, across all processes. The lock is a row with a lease, since an
 * advisory lock would hold a connection for as long as a client sends. A request that wants the lock asks the holder to
 * release it (a client can reconnect while its old connection still exists), and gets it at the latest when the lease
 * of a dead holder expires.
 */
export function createUploadLocker({
  database,
  log,
  leaseMs = 10_000,
  renewMs = 1_000,
  pollMs = 100,
  timeoutMs = 30_000,
}: UploadLockerOptions): Locker {
  async function take(uploadId: string, holder: string, signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!(await takeUploadLock(database, uploadId, holder, leaseMs))) {
      if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
      await wait(pollMs);
    }
  }

  return {
    newLock(uploadId): Lock {
      const holder = uuidv7();
      let renewing: NodeJS.Timeout | undefined;
      return {
        async lock(signal, letGo) {
          await take(uploadId, holder, signal);
          renewing = keep(uploadId, holder, letGo);
        },
        async unlock() {
          clearInterval(renewing);
          await dropUploadLock(database, uploadId, holder);
        },
      };
    },
  };

  function keep(uploadId: string, holder: string, letGo: RequestRelease): NodeJS.Timeout {
    let asked = false;
    const renew = async (): Promise<void> => {
      const state = await renewUploadLock(database, uploadId, holder, leaseMs);
      if (state === 'held' || asked) return;
      asked = true;
      await letGo();
    };
    // A renewal that fails is made up for by the next one, within the lease.
    const onError = (error: unknown): void => log.warn({ err: error, uploadId }, 'an upload lock was not renewed');
    return setInterval(() => void renew().catch(onError), renewMs);
  }
}
