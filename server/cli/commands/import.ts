import { createHash } from 'node:crypto';
import { accepted } from '../api.ts';
import { persist } from '../backoff.ts';
import { cacheFolder } from '../environment.ts';
import { EXIT, type ExitCode, exitOf } from '../exitCodes.ts';
import { follow } from '../follow.ts';
import {
  type DuplicatePolicy,
  type ImportModeChoice,
  type ImportWholeFragment,
  StartImportDocument,
} from '../generated/graphql.ts';
import type { Session } from '../session.ts';
import { type ReadySource, readySource } from '../source.ts';
import { countTexts, errorLines } from '../words.ts';

export interface ImportFlags {
  readonly importer: string;
  readonly name?: string | undefined;
  readonly option?: Readonly<Record<string, unknown>> | undefined;
  /** Column to field; an empty field ignores the column. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly onDuplicate?: DuplicatePolicy | undefined;
  readonly chunkSize?: number | undefined;
  readonly mode?: ImportModeChoice | undefined;
  readonly dryRun?: boolean | undefined;
  readonly maxErrorRate?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly wait: boolean;
}

/** Imports a source and watches it to its end; with `wait` false only until it is accepted. */
export async function runImport(session: Session, what: string, flags: ImportFlags): Promise<ExitCode> {
  const { api, terminal } = session;
  const projectId = await session.project();
  const ready = await readySource(api, what, {
    projectId,
    name: flags.name,
    cacheFolder: cacheFolder(),
    onProgress: (sent, total) => terminal.progress(`Uploading: ${Math.floor((sent / total) * 100)} %`),
    onResume: () => terminal.note('Resumed the earlier upload.'),
  });
  let taken = false;
  try {
    const started = await start(session, projectId, ready, flags);
    taken = true;
    terminal.answer({ event: 'started', ...started }, () => `Import ${started.id} of ${started.sourceName}`);
    const code = exitOf(started.status);
    if (code !== null) return tellEnd(session, started, code);
    return flags.wait ? await follow(api, terminal, started.id) : EXIT.success;
  } finally {
    await ready.release({ taken });
  }
}

async function start({ api }: Session, projectId: string, ready: ReadySource, flags: ImportFlags) {
  const input = {
    ...{ projectId, importer: flags.importer, source: ready.source },
    ...(flags.option ? { options: flags.option } : {}),
    ...(flags.map
      ? { mapping: Object.entries(flags.map).map(([column, field]) => ({ column, field: field || null })) }
      : {}),
    ...{ onDuplicate: flags.onDuplicate, chunkSize: flags.chunkSize, mode: flags.mode },
    ...{ dryRun: flags.dryRun, maxErrorRate: flags.maxErrorRate },
  };
  // A request that broke off may have been heard: with a key it can be sent again.
  const idempotencyKey = flags.idempotencyKey ?? keyOf(ready.key, input);
  return persist(async () => {
    const answer = await api.ask(StartImportDocument, { input: { ...input, idempotencyKey } }, ready.file);
    return accepted(answer.startImport);
  });
}

function keyOf(key: string, input: object): string {
  return `cli-${createHash('sha256').update(key).update(JSON.stringify(input)).digest('hex')}`;
}

/** Of an import that was done within the request. */
function tellEnd({ terminal }: Session, ended: ImportWholeFragment, code: ExitCode): ExitCode {
  if (!terminal.json) {
    const lines = [
      `${ended.status}  ${countTexts(ended.counts)}`,
      ...(ended.statusReason ? [ended.statusReason.text] : []),
    ];
    if (ended.counts.failed > 0) lines.push(...errorLines(ended.errorSummary), `See them: sluice failed ${ended.id}`);
    terminal.answer(ended, () => lines);
  }
  return code;
}
