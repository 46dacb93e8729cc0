import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from '../sdk/records.ts';
import { countImports } from './store/countImports.ts';
import { countJobs } from './store/countJobs.ts';
import { countRows } from './store/countRows.ts';

/** What this process is asked of that the tables do not know. */
export interface LiveNumbers {
  /** Subscriptions that are open. */
  readonly watchers: () => number;
  /** Readings of progress so far: one statement each. */
  readonly readings: () => number;
}

export interface Metrics {
  /** A chunk was applied, in so many seconds. */
  readonly chunkApplied: (seconds: number) => void;
  /** Names whose numbers are asked for at each scrape. */
  observe(live: LiveNumbers): void;
  /** In Prometheus' text format, with its content type. */
  scrape(): Promise<{ readonly type: string; readonly text: string }>;
}

/**
 * Numbers for Prometheus. Imports, rows and jobs are those of all processes, read from the tables at each scrape; chunk
 * durations, watchers and Node's own numbers are this process'.
 */
export function createMetrics(db: Db, jobsSchema: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  addTables(registers, db, jobsSchema);
  const chunks = new Histogram({
    name: 'sluice_chunk_duration_seconds',
    help: 'Time of a chunk that was applied by this process, from its first statement to its commit.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  return {
    chunkApplied: (seconds) => chunks.observe(seconds),
    observe: (live) => addLive(registers, live),
    scrape: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function addTables(registers: Registry[], db: Db, jobsSchema: string): void {
  new Gauge({
    name: 'sluice_imports',
    help: 'Imports of all projects, by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset();
      for (const { status, count } of await countImports(db)) this.set({ status }, count);
    },
  });
  new Gauge({
    name: 'sluice_rows',
    help: 'Rows of all imports that are kept, by what became of them.',
    labelNames: ['outcome'],
    registers,
    async collect() {
      this.reset();
      for (const { outcome, rows } of await countRows(db)) this.set({ outcome }, rows);
    },
  });
  new Gauge({
    name: 'sluice_jobs',
    help: 'Jobs that wait, start later (deferred) or are worked on (active), by queue.',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { queue, state, jobs } of await countJobs(db, jobsSchema)) this.set({ queue, state }, jobs);
    },
  });
}

function addLive(registers: Registry[], live: LiveNumbers): void {
  new Gauge({
    name: 'sluice_watchers',
    help: 'Subscriptions that are open in this process.',
    registers,
    collect() {
      this.set(live.watchers());
    },
  });
  new Gauge({
    name: 'sluice_progress_readings',
    help: 'Statements that this process has read the progress of imports with, for all who watch.',
    registers,
    collect() {
      this.set(live.readings());
    },
  });
}
