import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../helpers/until.ts';
import { actOnImport, startImport } from './client.ts';
import { compare, type Difference, type Outcome, readOutcome } from './outcome.ts';
import { type Point, stepOf } from './points.ts';
import { isFinal, movement, readState, type State } from './progress.ts';
import { SCENARIOS, type Scenario, type Step } from './scenarios.ts';
import type { Role } from './sluice.ts';
import type { Project, Stand } from './stand.ts';
import type { Strike, When } from './strike.ts';

/** What befalls an import once, at one statement. */
export interface Blow {
  readonly point: Point;
  readonly when: When;
  readonly count: number;
  /** The process is killed; Postgres crashes under it; or it stands still until another has gone on without it. */
  readonly kind: 'kill' | 'postgres' | 'freeze';
  /** Whether a killed process is there again at once, or only when others have gone on without it. */
  readonly revive: 'at once' | 'later';
}

export interface Struck {
  readonly role: Role | 'unknown';
  /** From the blow until the import moved again; null when nothing was left to do, or nothing moved. */
  readonly movedMs: number | null;
  readonly stuck: boolean;
}

export interface RoundResult {
  readonly blow: Blow;
  /** Null when the statement was never reached. */
  readonly struck: Struck | null;
  /** Null when the import did not come to its end. */
  readonly difference: Difference | null;
  /** Why the round did not come to its end; null when it did. */
  readonly failure: string | null;
}

/** One import with one blow, compared with the same import in peace. */
export async function runRound(stand: Stand, blow: Blow, csv: string, expected: Outcome): Promise<RoundResult> {
  const project = await stand.newProject();
  const token = join(stand.folder, randomUUID());
  const { point, when, count, kind } = blow;
  const { phase: _phase, name: _name, scenario: _scenario, ...statement } = point;
  const strike: Strike = { statement, when, count, action: kind === 'kill' ? 'kill' : 'hold', token };
  const arm = (armed: Strike | null): void => {
    for (const sluice of stand.processes()) sluice.arm(armed);
  };
  const over = new AbortController();
  const struck = follow(stand, project, blow, token, over.signal);
  let failure: string | null = null;
  try {
    await perform(stand, project, SCENARIOS[point.scenario], csv, (step) => {
      if (step === stepOf(point)) arm(strike);
    });
  } catch (error) {
    failure = String(error);
  }
  over.abort();
  const result = await struck.catch((error: unknown) => {
    failure ??= String(error);
    return null;
  });
  arm(null);
  // Whatever is still held is let go.
  await writeFile(`${token}.go`, '');
  await stand.revive();
  const difference = failure === null ? compare(expected, await readOutcome(stand, project)) : null;
  return { blow, struck: result, difference, failure };
}

/** How each step is asked for, through the API. */
const ASK: Record<Step, (stand: Stand, project: Project, scenario: Scenario, csv: string) => Promise<void>> = {
  import: startImport,
  async retry(stand, project) {
    await stand.unblock(project);
    await actOnImport(stand, project, 'RETRY');
  },
  async undo(stand, project) {
    await stand.edit(project);
    await actOnImport(stand, project, 'UNDO');
  },
};

/** The scenario from its start to its end, whoever dies meanwhile. `before` is called before each of its steps. */
export async function perform(
  stand: Stand,
  project: Project,
  scenario: Scenario,
  csv: string,
  before: (step: Step) => void = () => {},
): Promise<void> {
  for (const step of scenario.steps) {
    before(step);
    await ASK[step](stand, project, scenario, csv);
    await ended(stand, project);
  }
}

/** However long it takes, as long as it moves. */
async function ended(stand: Stand, project: Project): Promise<void> {
  for (let state = await readState(stand, project); !(state && isFinal(state)); ) {
    const before = state?.revision;
    const moved = async (): Promise<State | null> => {
      const now = await readState(stand, project);
      return now?.revision === before ? null : now;
    };
    state = await until(moved, { what: `the import to go on from revision ${before}` });
  }
}

/** Waits for the blow, does its part of it, and measures how long the import stands. Null when the round is over first. */
async function follow(
  stand: Stand,
  project: Project,
  { point, kind, revive }: Blow,
  token: string,
  over: AbortSignal,
): Promise<Struck | null> {
  const taken = (): boolean => existsSync(token);
  await until(() => taken() || over.aborted, { deadlineMs: Infinity, what: `the statement ${point.name}` });
  await until(taken, { what: 'the last jobs' }).catch(() => {});
  if (!taken()) return null;
  const at = (await stat(token)).mtimeMs;
  const pid = Number(await readFile(token, 'utf8'));
  const role = stand.processes().find((sluice) => sluice.pid === pid)?.role ?? 'unknown';
  if (kind === 'kill') await stand.forgotten(pid);
  if (kind === 'postgres') {
    await stand.postgres.crash();
    await writeFile(`${token}.go`, '');
    await stand.postgres.start();
  }
  const base = await readState(stand, project);
  const moved = movement(point, base);
  // Rolled back with its request: who asked asks again, and a server must be there to hear it.
  const askedAgain = base === null || isFinal(base);
  const revived = kind === 'kill' && (askedAgain || revive === 'at once') ? stand.revive() : undefined;
  revived?.catch(() => {});
  if (askedAgain) await revived;
  const since = askedAgain ? Date.now() : at;
  const has = async (): Promise<boolean> => moved === null || moved(await readState(stand, project));
  const stuck = await until(has, { what: 'movement' }).then(
    () => false,
    () => true,
  );
  const movedMs = moved === null || stuck ? null : Date.now() - since;
  if (kind === 'freeze') await writeFile(`${token}.go`, '');
  await (revived ?? stand.revive());
  return { role, movedMs, stuck };
}
