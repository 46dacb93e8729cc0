import type { Progress } from '../engine/model/import.ts';
import { FINAL_STATUSES } from '../engine/model/status.ts';
import { createLatestQueue, type LatestQueue } from './latestQueue.ts';

/** Somebody who watches an import or a project. */
export interface Watcher {
  readonly queue: LatestQueue<Progress>;
  /** Passes a snapshot on, unless it is not newer than the last one of its import; whether it did. */
  offer(progress: Progress): boolean;
  /** Says the last known again when nothing was said for `quietMs`, so that the client knows that we are there. */
  beat(now: number, quietMs: number): void;
  /** Imports that it would miss news of while nobody listens. */
  watched(): Iterable<string>;
}

/** One import, until its status is final. */
export function watchOneImport(id: string, onClose: () => void): Watcher {
  const queue = createLatestQueue<Progress>(onClose);
  const last = createMemory(queue);
  return {
    queue,
    offer(progress) {
      const sent = last.send(progress);
      if (sent && FINAL_STATUSES.includes(progress.status)) queue.end();
      return sent;
    },
    beat: last.repeat,
    watched: () => [id],
  };
}

/** All imports of a project, for as long as the client stays. */
export function watchWholeProject(onClose: () => void): Watcher {
  const queue = createLatestQueue<Progress>(onClose);
  const last = createMemory(queue);
  return {
    queue,
    offer: last.send,
    beat: last.repeat,
    watched: () => last.live(),
  };
}

/** What a watcher was sent: nothing twice, and the living once more as a heartbeat. */
function createMemory(queue: LatestQueue<Progress>) {
  const revisions = new Map<string, number>();
  const living = new Map<string, Progress>();
  let latest: Progress | null = null;
  let sentAt = 0;

  function put(progress: Progress): void {
    sentAt = Date.now();
    queue.put(progress.id, progress);
  }

  return {
    send(progress: Progress): boolean {
      if (progress.revision <= (revisions.get(progress.id) ?? -1)) return false;
      revisions.set(progress.id, progress.revision);
      latest = progress;
      if (FINAL_STATUSES.includes(progress.status)) living.delete(progress.id);
      else living.set(progress.id, progress);
      put(progress);
      return true;
    },
    repeat(now: number, quietMs: number): void {
      if (latest === null || now - sentAt < quietMs) return;
      for (const progress of living.size > 0 ? living.values() : [latest]) put(progress);
    },
    live: () => living.keys(),
  };
}
