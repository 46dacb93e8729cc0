import type { WatchImportSubscription } from './generated/graphql.ts';

/** What is known of an import while it is watched. */
export type Snapshot = WatchImportSubscription['importProgress'];

type Counts = Snapshot['counts'];

const BAR_WIDTH = 24;

/** One line that is redrawn: a bar, the counts, how fast and how long yet. */
export function progressLine({ status, phase, percent, counts, rowsPerSecond, etaSeconds }: Snapshot): string {
  const filled = Math.round((percent / 100) * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
  const what = status === 'RUNNING' && phase !== 'IMPORT' ? phase.toLowerCase() : status.toLowerCase();
  const speed = rowsPerSecond ? ` ${Math.round(rowsPerSecond).toLocaleString('en-US')} rows/s` : '';
  const left = etaSeconds ? ` ${duration(etaSeconds)} left` : '';
  return `${bar} ${percent.toFixed(0).padStart(3)} % ${what}: ${countTexts(counts)}${speed}${left}`;
}

/** "40 rows: 28 created, 12 failed": those that are none are left out. */
export function countTexts(counts: Counts): string {
  const names = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'discarded', 'pending'] as const;
  const parts = names.filter((name) => counts[name] > 0).map((name) => `${format(counts[name])} ${name}`);
  const total = counts.total === null || counts.total === undefined ? '' : `${format(counts.total)} rows`;
  return [total, parts.join(', ')].filter((part) => part !== '').join(': ') || 'no rows yet';
}

/** The most frequent errors, a line each. */
export function errorLines(groups: Snapshot['errorSummary']): string[] {
  return groups.map(({ code, field, count }) => `  ${format(count)} × ${code}${field ? ` (${field})` : ''}`);
}

/** Columns as wide as their longest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

function duration(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
