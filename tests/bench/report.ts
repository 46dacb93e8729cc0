import { loadavg } from 'node:os';
import type { ContactsFile } from './contactsFile.ts';
import type { Watched } from './watched.ts';

/** Seconds of one round. */
export interface Round {
  readonly copied: number;
  readonly imported: number;
}

/** Bytes; null where unknown. */
export interface Peaks {
  readonly server: number | null;
  readonly worker: number | null;
}

/** What the ratio must not exceed at 100,000 rows, and each process' memory in bytes at any number. */
const TARGET = { ratio: 6, memory: 300_000_000, watchedRatio: 1.1 };

/** The same import alone and with a crowd that watches. */
export interface WatchedRound {
  readonly alone: Watched;
  readonly watched: Watched;
}

export function roundLine(round: number, file: ContactsFile, { copied, imported }: Round): string {
  return [
    `round ${round}:`,
    `COPY ${timing(copied, file.expected.created)},`,
    `import ${timing(imported, file.rows)},`,
    `ratio ${(imported / copied).toFixed(2)}`,
  ].join(' ');
}

export function watchedLine(round: number, watchers: number, { alone, watched }: WatchedRound): string {
  return [
    `round ${round}: unwatched ${alone.seconds.toFixed(2)} s,`,
    `with ${watchers} watchers ${watched.seconds.toFixed(2)} s, ratio ${(watched.seconds / alone.seconds).toFixed(2)};`,
    `${watched.told} snapshots told from ${watched.readings} readings of the database`,
  ].join(' ');
}

export function watchedSummary(watchers: number, rounds: readonly WatchedRound[]): string {
  const ratio = median(rounds.map(({ alone, watched }) => watched.seconds / alone.seconds));
  const target = `target: at most ${TARGET.watchedRatio}, ${verdict(ratio <= TARGET.watchedRatio)}`;
  return `${watchers} watchers   ratio ${ratio.toFixed(2)} (${target})`;
}

/** The medians, beside what they should be. */
export function summary(file: ContactsFile, rounds: readonly Round[], { server, worker }: Peaks): string[] {
  const ratio = median(rounds.map(({ copied, imported }) => imported / copied));
  const { created, updated, unchanged, failed } = file.expected;
  return [
    '',
    `COPY             ${timing(median(rounds.map(({ copied }) => copied)), created)}`,
    `full import      ${timing(median(rounds.map(({ imported }) => imported)), file.rows)}`,
    `ratio            ${ratio.toFixed(2)} (target: at most ${TARGET.ratio}, ${verdict(ratio <= TARGET.ratio)})`,
    `server at most   ${memory(server)}`,
    `worker at most   ${memory(worker)}`,
    `every round      ${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} failed, as expected`,
    `load average     ${loadavg()[0]?.toFixed(1)}`,
  ];
}

function timing(seconds: number, rows: number): string {
  return `${seconds.toFixed(2)} s (${Math.round(rows / seconds)} rows/s)`;
}

function memory(bytes: number | null): string {
  if (bytes === null) return 'unknown: this system does not tell';
  const target = `target: under ${TARGET.memory / 1_000_000} MB, ${verdict(bytes < TARGET.memory)}`;
  return `${Math.round(bytes / 1_000_000)} MB (${target})`;
}

function verdict(met: boolean): string {
  return met ? 'met' : 'missed';
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('Of no rounds there is no median.');
  return (low + high) / 2;
}
