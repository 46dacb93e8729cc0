import { Refused } from '../../../client/errors.ts';
import { accepted } from '../api.ts';
import { EXIT, type ExitCode, exitOf } from '../exitCodes.ts';
import { follow } from '../follow.ts';
import {
  type ActedFragment,
  CancelDocument,
  PauseDocument,
  ResumeDocument,
  RetryDocument,
  RetryRowsDocument,
  UndoCountsDocument,
  UndoDocument,
  UndoPreviewDocument,
} from '../generated/graphql.ts';
import type { Session } from '../session.ts';
import { countTexts } from '../words.ts';

/** Whether to watch what follows to its end. */
interface Waiting {
  readonly wait: boolean;
}

export async function runPause(session: Session, id: string): Promise<ExitCode> {
  return printAction(session, await session.api.request(PauseDocument, { id }));
}

export async function runCancel(session: Session, id: string): Promise<ExitCode> {
  return printAction(session, await session.api.request(CancelDocument, { id }));
}

export async function runResume(
  session: Session,
  id: string,
  { wait, maxErrorRate }: Waiting & { readonly maxErrorRate?: number | undefined },
): Promise<ExitCode> {
  printAction(session, await session.api.request(ResumeDocument, { id, maxErrorRate }));
  return wait ? follow(session.api, session.terminal, id) : EXIT.success;
}

export interface RetryFlags extends Waiting {
  readonly code?: string | undefined;
  readonly field?: string | undefined;
  readonly row?: number | undefined;
  /** Column to new value, of that row. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** All that did not succeed, or the failed rows that the flags choose, with the values that they correct. */
export async function runRetry(session: Session, id: string, flags: RetryFlags): Promise<ExitCode> {
  const { code, field, row, set, wait } = flags;
  const { api, terminal } = session;
  const corrections = row !== undefined && set ? [{ rowNumber: row, values: set }] : undefined;
  const filter = { code, field, rowNumbers: row === undefined ? undefined : [row] };
  const chosen = [code, field, row].some((flag) => flag !== undefined);
  const answer = chosen
    ? await api.request(RetryRowsDocument, { input: { importId: id, ...(corrections ? { corrections } : { filter }) } })
    : await api.request(RetryDocument, { id });
  const { status } = printImport(session, answer);
  if (!wait) return EXIT.success;
  return exitOf(status) ?? (await follow(api, terminal, id));
}

export async function runUndo(
  session: Session,
  id: string,
  { wait, preview }: Waiting & { readonly preview?: boolean | undefined },
): Promise<ExitCode> {
  const { api, terminal } = session;
  if (preview) return printPreview(session, id);
  printAction(session, await api.request(UndoDocument, { id }));
  if (!wait) return EXIT.success;
  const code = await follow(api, terminal, id);
  const counts = (await api.request(UndoCountsDocument, { id })).import?.undo?.counts;
  if (!counts) return code;
  const { reversed, kept, errored } = counts;
  terminal.answer({ event: 'undone', ...counts }, () => `${reversed} reversed, ${kept} kept, ${errored} errored`);
  return code === EXIT.success && kept + errored > 0 ? EXIT.partial : code;
}

async function printPreview({ api, terminal }: Session, id: string): Promise<ExitCode> {
  const found = (await api.request(UndoPreviewDocument, { id })).import;
  if (!found) throw new Refused('NOT_FOUND', `Import "${id}" does not exist, or you do not have access to it.`);
  const counts = found.undoPreview ?? { reversed: 0, kept: 0, errored: 0 };
  const { reversed, kept, errored } = counts;
  terminal.answer(counts, () => `Would be ${reversed} reversed, ${kept} kept, ${errored} errored`);
  return EXIT.success;
}

function printAction(session: Session, answer: { readonly action: ActedFragment }): ExitCode {
  printImport(session, answer);
  return EXIT.success;
}

function printImport({ terminal }: Session, { action }: { readonly action: ActedFragment }) {
  const after = accepted(action);
  terminal.answer(after, () => `${after.status}  ${countTexts(after.counts)}`);
  return after;
}
