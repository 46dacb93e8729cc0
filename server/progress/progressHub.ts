import type { Logger } from 'pino';
import type { Engine } from '../engine/engine.ts';
import type { Progress } from '../engine/model/import.ts';
import type { Change } from '../engine/store/progress.ts';
import { type Watcher, watchOneImport, watchWholeProject } from './watcher.ts';

export interface ProgressHubOptions {
  readonly engine: Pick<Engine, 'progress'>;
  /** Ids of the project's imports whose status is not final. */
  readonly liveImports: (projectId: string) => Promise<string[]>;
  readonly log: Logger;
  /** The least time between two readings; 100 ms. */
  readonly tickMs?: number;
  /** So many snapshots are passed on in a second, to all watchers together; the more they are, the rarer each. 250. */
  readonly snapshotsPerSecond?: number;
  /** After so long without news a watcher is told the last once more; 12 s. */
  readonly heartbeatMs?: number;
}

/** Reads what changed once for everybody in this process who watches it, and passes it on. */
export interface ProgressHub {
  /** Snapshot first, then changes; ends when the status is final, or with the consumer's return(). */
  watchImport(id: string): AsyncIterableIterator<Progress, undefined>;
  /** Snapshots of all imports that are not final, then changes of any; ends with the consumer's return() only. */
  watchProject(projectId: string): AsyncIterableIterator<Progress, undefined>;
  /** An import changed: somewhere, maybe in another process. */
  changed(change: Change): void;
  /** News may have been missed: reads everything that is watched anew. */
  reread(): void;
  /** Statements that were read so far, for everybody. */
  readings(): number;
  /** How many watch now. */
  watchers(): number;
  /** Ends everybody's stream, and that of whoever still comes. */
  close(): void;
}

const RETRY_MS = 1000;

export function createProgressHub(options: ProgressHubOptions): ProgressHub {
  const { engine, liveImports, log, tickMs = 100, snapshotsPerSecond = 250, heartbeatMs = 12_000 } = options;
  const byImport = new Groups();
  const byProject = new Groups();
  const dirty = new Set<string>();
  let reading = false;
  let readings = 0;
  let closed = false;
  let nextReading = 0;
  let timer: NodeJS.Timeout | undefined;
  let heart: NodeJS.Timeout | undefined;

  function mark(ids: Iterable<string>): void {
    for (const id of ids) dirty.add(id);
    schedule();
  }

  function schedule(): void {
    if (closed || timer !== undefined || reading || dirty.size === 0) return;
    // A timer takes whole milliseconds and leaves off the rest.
    timer = setTimeout(() => void tick(), Math.max(0, Math.ceil(nextReading - performance.now())));
  }

  async function tick(): Promise<void> {
    timer = undefined;
    reading = true;
    readings += 1;
    nextReading = performance.now() + tickMs;
    const ids = [...dirty];
    dirty.clear();
    try {
      const told = deliver(ids, await engine.progress(ids));
      // What a snapshot costs, it costs once for each who watches: a crowd must not take this process from its imports.
      nextReading = Math.max(nextReading, performance.now() + (told * 1000) / snapshotsPerSecond);
    } catch (error) {
      log.warn({ err: error }, 'progress could not be read; trying again');
      nextReading = performance.now() + RETRY_MS;
      for (const id of ids) if (byImport.has(id) || byProject.size() > 0) dirty.add(id);
    } finally {
      reading = false;
      schedule();
    }
  }

  /** How many watchers had news of it. */
  function deliver(ids: readonly string[], snapshots: readonly Progress[]): number {
    const gone = new Set(ids);
    let told = 0;
    for (const snapshot of snapshots) {
      gone.delete(snapshot.id);
      const watchers = [...byImport.of(snapshot.id), ...byProject.of(snapshot.projectId)];
      for (const watcher of watchers) if (watcher.offer(snapshot)) told += 1;
    }
    // An import that was deleted has no more news.
    for (const id of gone) for (const watcher of byImport.of(id)) watcher.queue.end();
    return told;
  }

  function beat(): void {
    const now = Date.now();
    for (const watcher of [...byImport.all(), ...byProject.all()]) watcher.beat(now, heartbeatMs);
  }

  function add(groups: Groups, key: string, create: (onClose: () => void) => Watcher): Watcher {
    const watcher = create(() => {
      groups.remove(key, watcher);
      if (byImport.size() + byProject.size() > 0) return;
      clearInterval(heart);
      heart = undefined;
    });
    groups.add(key, watcher);
    if (closed) watcher.queue.end();
    else heart ??= setInterval(beat, Math.min(1000, heartbeatMs / 4)).unref();
    return watcher;
  }

  function markLive(projectId: string): void {
    liveImports(projectId).then(mark, (error: unknown) => {
      log.warn({ err: error }, 'live imports could not be read; trying again');
      setTimeout(() => byProject.has(projectId) && markLive(projectId), RETRY_MS).unref();
    });
  }

  return {
    watchImport(id) {
      const watcher = add(byImport, id, (onClose) => watchOneImport(id, onClose));
      mark([id]);
      return watcher.queue;
    },
    watchProject(projectId) {
      const watcher = add(byProject, projectId, watchWholeProject);
      markLive(projectId);
      return watcher.queue;
    },
    changed({ id, projectId }) {
      if (byImport.has(id) || byProject.has(projectId)) mark([id]);
    },
    reread() {
      for (const watcher of [...byImport.all(), ...byProject.all()]) mark(watcher.watched());
      for (const projectId of byProject.keys()) markLive(projectId);
    },
    readings: () => readings,
    watchers: () => byImport.size() + byProject.size(),
    close() {
      closed = true;
      clearTimeout(timer);
      dirty.clear();
      for (const watcher of [...byImport.all(), ...byProject.all()]) watcher.queue.end();
    },
  };
}

/** Watchers by what they watch. */
class Groups {
  readonly #groups = new Map<string, Set<Watcher>>();

  add(key: string, watcher: Watcher): void {
    const group = this.#groups.get(key);
    if (group) group.add(watcher);
    else this.#groups.set(key, new Set([watcher]));
  }

  remove(key: string, watcher: Watcher): void {
    const group = this.#groups.get(key);
    group?.delete(watcher);
    if (group?.size === 0) this.#groups.delete(key);
  }

  has(key: string): boolean {
    return this.#groups.has(key);
  }

  /** A copy: a watcher may leave while it is told. */
  of(key: string): Watcher[] {
    return [...(this.#groups.get(key) ?? [])];
  }

  keys(): string[] {
    return [...this.#groups.keys()];
  }

  all(): Watcher[] {
    return [...this.#groups.values()].flatMap((group) => [...group]);
  }

  size(): number {
    let size = 0;
    for (const group of this.#groups.values()) size += group.size;
    return size;
  }
}
