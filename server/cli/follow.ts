import type { Api } from './api.ts';
import { EXIT, type ExitCode, exitOf } from './exitCodes.ts';
import { type ImportStatus, WatchImportDocument, type WatchImportSubscription } from './generated/graphql.ts';
import type { Terminal } from './terminal.ts';
import { countTexts, errorLines, progressLine, type Snapshot } from './words.ts';

/**
 * Watches an import until it ends: a bar on a terminal, a JSON line for each snapshot in a pipe. Returns the exit code
 * for its end. Ctrl-C stops watching, prints how to continue, and leaves the import running.
 */
export async function follow(api: Api, terminal: Terminal, id: string): Promise<ExitCode> {
  const leave = () => {
    terminal.note(`The import continues. To watch it again: sluice watch ${id}   To stop it: sluice cancel ${id}`);
    process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', leave);
  try {
    let last: Snapshot | undefined;
    let status: ImportStatus | undefined;
    const onLost = () => terminal.note(`${api.url} cannot be reached; trying again …`);
    const isOver = ({ importProgress }: WatchImportSubscription) => exitOf(importProgress.status) !== null;
    for await (const { importProgress: snapshot } of api.watch(WatchImportDocument, { id }, { isOver, onLost })) {
      if (terminal.json) terminal.answer({ event: 'progress', ...snapshot }, () => '');
      else show(terminal, snapshot, status);
      status = snapshot.status;
      last = snapshot;
    }
    if (last && !terminal.json) terminal.answer(last, () => endTexts(id, last));
    return (last && exitOf(last.status)) ?? EXIT.failure;
  } finally {
    process.off('SIGINT', leave);
  }
}

function show(terminal: Terminal, snapshot: Snapshot, before: ImportStatus | undefined): void {
  if (snapshot.status === 'PAUSED' && before !== 'PAUSED') {
    terminal.note(`Paused. To continue: sluice resume ${snapshot.id}`);
  }
  terminal.progress(progressLine(snapshot));
}

function endTexts(id: string, { status, statusReason, counts, errorSummary }: Snapshot): string[] {
  const lines = [`${status}  ${countTexts(counts)}`];
  if (statusReason) lines.push(statusReason.text);
  if (counts.failed > 0) lines.push(...errorLines(errorSummary), `To see them: sluice failed ${id}`);
  return lines;
}
