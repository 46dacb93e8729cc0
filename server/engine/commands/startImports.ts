import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, type InputIssue, InvalidInput } from '../model/errors.ts';
import type { StartImport } from '../model/requests.ts';
import type { Mode } from '../plan/mode.ts';
import { prepareStart, startImport, writeStart } from './startImport.ts';

/** So many imports are started together at most: each is checked before the first one starts. */
export const MAX_TOGETHER = 50;

type PreparedStart = Awaited<ReturnType<typeof prepareStart>>;

/**
 * Starts several imports together, such as those of a workbook's sheets: all of them or none. Every input is checked and
 * every source opened first; then all are written in one transaction. They run by jobs, so that the request does not
 * wait for one after the other. Gives their ids in the order of the inputs. A single one is started as startImport does.
 */
export async function startImports(
  context: EngineContext,
  actor: string,
  inputs: readonly StartImport[],
  work: EngineContext = context,
): Promise<string[]> {
  if (inputs.length < 1 || inputs.length > MAX_TOGETHER) {
    throw new InvalidInput([{ path: ['imports'], message: message('IMPORTS_TOGETHER', { limit: MAX_TOGETHER }) }]);
  }
  const [only, ...others] = inputs;
  if (only && others.length === 0) return [await at(0, () => startImport(context, actor, only, work))];
  const starts: PreparedStart[] = [];
  for (const [index, input] of inputs.entries()) starts.push(await at(index, () => prepareTogether(context, input)));
  const mode: Mode = { mode: 'ASYNC', reason: message('STARTED_TOGETHER', { count: inputs.length }) };
  return context.database.transaction(async (tx) => {
    const ids: string[] = [];
    for (const start of starts) {
      const id = start.earlier ?? (await writeStart(context, tx, actor, start, mode, nameOf(start)));
      if (id === null) {
        throw new Conflict(message('IDEMPOTENCY_KEY_REUSED', { cause: message('KEY_IN_USE') }));
      }
      ids.push(id);
    }
    return ids;
  });
}

/** A source that cannot be read, or lacks the sheet, is told before anything starts. */
async function prepareTogether(context: EngineContext, input: StartImport): Promise<PreparedStart> {
  if (input.mode === 'SYNC') throw new InvalidInput([{ path: ['mode'], message: message('TOGETHER_NOT_SYNC') }]);
  const start = await prepareStart(context, input);
  const { unreadable } = start;
  if (unreadable) throw new InvalidInput([{ path: unreadable.path, message: unreadable.reason }]);
  return start;
}

/** The name of the file, and of the sheet where one was asked for. */
function nameOf({ opened, input: { format } }: PreparedStart): string {
  return format?.sheet ? `${opened.name} · ${format.sheet}` : opened.name;
}

/** What is wrong with an input, with its place among the others. */
async function at<T>(index: number, prepare: () => Promise<T>): Promise<T> {
  try {
    return await prepare();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [first, ...others] = error.issues.map(
      ({ path, message: reason }): InputIssue => ({ path: ['imports', String(index), ...path], message: reason }),
    );
    throw first ? new InvalidInput([first, ...others]) : error;
  }
}
