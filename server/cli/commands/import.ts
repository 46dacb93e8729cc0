import { createHash } from 'node:crypto';
import { persist } from '../../../client/backoff.ts';
import { accepted } from '../api.ts';
import { cacheFolder } from '../environment.ts';
import { UsageError } from '../errors.ts';
import { EXIT, type ExitCode, exitOf } from '../exitCodes.ts';
import { follow } from '../follow.ts';
import {
  type DuplicatePolicy,
  type ImportModeChoice,
  type ImportWholeFragment,
  InspectSheetsDocument,
  StartImportDocument,
  StartImportsDocument,
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
  readonly sheet?: readonly string[] | undefined;
  readonly allSheets?: boolean | undefined;
  readonly locale?: string | undefined;
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
    shared: flags.allSheets === true || (flags.sheet?.length ?? 0) > 1,
  });
  let taken = false;
  try {
    const started = await startAll(session, projectId, ready, flags);
    taken = true;
    for (const one of started) {
      terminal.answer({ event: 'started', ...one }, () => `Import ${one.id} of ${one.sourceName}`);
    }
    const codes: ExitCode[] = [];
    for (const one of started) codes.push(await endOf(session, one, flags));
    return worst(codes);
  } finally {
    await ready.release({ taken });
  }
}

async function endOf(session: Session, started: ImportWholeFragment, { wait }: ImportFlags): Promise<ExitCode> {
  const code = exitOf(started.status);
  if (code !== null) return printResult(session, started, code);
  return wait ? follow(session.api, session.terminal, started.id) : EXIT.success;
}

/** Of several imports: a failure, else a partial success. */
function worst(codes: readonly ExitCode[]): ExitCode {
  const other = codes.find((code) => code !== EXIT.success && code !== EXIT.partial);
  return other ?? codes.find((code) => code !== EXIT.success) ?? EXIT.success;
}

/** One import of the source, or one for each sheet that was asked for. */
async function startAll(session: Session, projectId: string, ready: ReadySource, flags: ImportFlags) {
  const sheets = await sheetsOf(session, projectId, ready, flags);
  const [sheet, ...others] = sheets;
  if (others.length === 0) return [await start(session, inputOf(projectId, ready, flags, sheet), ready, flags)];
  const imports = sheets.map((name) => {
    const input = inputOf(projectId, ready, flags, name);
    const { idempotencyKey } = flags;
    // One key for each: they are one import each.
    const own = createHash('sha256').update(name).digest('hex').slice(0, 16);
    return { ...input, idempotencyKey: idempotencyKey ? `${idempotencyKey}-${own}` : keyOf(ready.key, input) };
  });
  return persist(async () => {
    const answer = await session.api.request(StartImportsDocument, { input: { imports } });
    return accepted(answer.startImports);
  });
}

async function sheetsOf({ api }: Session, projectId: string, { source }: ReadySource, flags: ImportFlags) {
  if (flags.allSheets !== true) return [...new Set(flags.sheet ?? [])];
  const { sheets } = await persist(async () => {
    const answer = await api.request(InspectSheetsDocument, { input: { projectId, importer: flags.importer, source } });
    return accepted(answer.inspectSource);
  });
  if (sheets.length === 0) throw new UsageError('The source has no sheets: --all-sheets is for workbooks.');
  return sheets;
}

function inputOf(projectId: string, ready: ReadySource, flags: ImportFlags, sheet: string | undefined) {
  const format = { ...(sheet === undefined ? {} : { sheet }), ...(flags.locale ? { locale: flags.locale } : {}) };
  return {
    ...{ projectId, importer: flags.importer, source: ready.source },
    ...(Object.keys(format).length > 0 ? { format } : {}),
    ...(flags.option ? { options: flags.option } : {}),
    ...(flags.map
      ? { mapping: Object.entries(flags.map).map(([column, field]) => ({ column, field: field || null })) }
      : {}),
    ...{ onDuplicate: flags.onDuplicate, chunkSize: flags.chunkSize, mode: flags.mode },
    ...{ dryRun: flags.dryRun, maxErrorRate: flags.maxErrorRate },
  };
}

async function start(
  { api }: Session,
  input: ReturnType<typeof inputOf>,
  ready: ReadySource,
  flags: ImportFlags,
): Promise<ImportWholeFragment> {
  // A request that broke off may have been heard: with a key it can be sent again.
  const idempotencyKey = flags.idempotencyKey ?? keyOf(ready.key, input);
  return persist(async () => {
    const answer = await api.request(StartImportDocument, { input: { ...input, idempotencyKey } });
    return accepted(answer.startImport);
  });
}

function keyOf(key: string, input: object): string {
  return `cli-${createHash('sha256').update(key).update(JSON.stringify(input)).digest('hex')}`;
}

/** Of an import that was done within the request. */
function printResult({ terminal }: Session, ended: ImportWholeFragment, code: ExitCode): ExitCode {
  if (!terminal.json) {
    const lines = [
      `${ended.status}  ${countTexts(ended.counts)}`,
      ...(ended.statusReason ? [ended.statusReason.text] : []),
    ];
    if (ended.counts.failed > 0)
      lines.push(...errorLines(ended.errorSummary), `To see them: sluice failed ${ended.id}`);
    terminal.answer(ended, () => lines);
  }
  return code;
}
