import { buildConsole } from '../../admin/build.ts';
import { contactsFile } from './contactsFile.ts';
import { type Outcome, readOutcome } from './outcome.ts';
import { type CrashPostgres, startPostgres } from './postgres.ts';
import { type Blow, perform, type RoundResult, runRound } from './round.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { startStand } from './stand.ts';

export interface CrashRun {
  readonly seed: number;
  readonly blows: readonly Blow[];
  /** How many blows fall side by side, each on a Postgres and processes of its own. */
  readonly stands: number;
  /** Told of every round that is over. */
  readonly onResult?: (result: RoundResult) => void;
}

interface Peaceful {
  readonly csv: string;
  readonly outcome: Outcome;
}

/**
 * Strikes each blow at an import of its own and compares that with the same import in peace: on a fresh database, in
 * one process. Everything that it starts is stopped when it ends, and dies with this process.
 */
export async function runCrashes({ seed, blows, stands, onResult }: CrashRun): Promise<RoundResult[]> {
  // Processes that die while they build it would leave its bundler behind.
  await buildConsole();
  const left = [...blows];
  const results: RoundResult[] = [];
  const scenarios = [...new Set(blows.map(({ point }) => point.scenario))];
  const peace = Promise.withResolvers<Map<ScenarioName, Peaceful>>();
  const work = async (postgres: CrashPostgres, stand: number): Promise<void> => {
    if (stand === 0) peace.resolve(runInPeace(postgres, seed, scenarios));
    const inPeace = await peace.promise;
    await workStand(postgres, async (strike) => {
      for (let blow = left.shift(); blow; blow = left.shift()) {
        const result = await strike(blow, peaceOf(inPeace, blow.point.scenario));
        results.push(result);
        onResult?.(result);
      }
    });
  };
  const ends = await Promise.allSettled(
    Array.from({ length: stands }, (_, stand) =>
      withPostgres((postgres) => work(postgres, stand)).catch((error: unknown) => {
        // The others do not wait for a run in peace that never comes.
        peace.reject(error);
        throw error;
      }),
    ),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}

type StrikeOne = (blow: Blow, peaceful: Peaceful) => Promise<RoundResult>;

/** Two processes that share the work, so that each can take over from the other. */
async function workStand(postgres: CrashPostgres, use: (strike: StrikeOne) => Promise<void>): Promise<void> {
  const stand = await startStand(postgres, 'struck', ['serve', 'worker']);
  try {
    await use((blow, { csv, outcome }) => runRound(stand, blow, csv, outcome));
  } finally {
    await stand.stop();
  }
}

async function runInPeace(
  postgres: CrashPostgres,
  seed: number,
  names: readonly ScenarioName[],
): Promise<Map<ScenarioName, Peaceful>> {
  const stand = await startStand(postgres, 'peace', ['serve']);
  try {
    const peaceful = new Map<ScenarioName, Peaceful>();
    for (const name of names) {
      const scenario = SCENARIOS[name];
      const csv = contactsFile(seed, scenario.rows);
      const project = await stand.newProject();
      await perform(stand, project, scenario, csv);
      peaceful.set(name, { csv, outcome: await readOutcome(stand, project) });
    }
    return peaceful;
  } finally {
    await stand.stop();
  }
}

async function withPostgres<T>(use: (postgres: CrashPostgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  try {
    return await use(postgres);
  } finally {
    await postgres.remove();
  }
}

function peaceOf(inPeace: ReadonlyMap<ScenarioName, Peaceful>, name: ScenarioName): Peaceful {
  const peaceful = inPeace.get(name);
  if (!peaceful) throw new Error(`The scenario ${name} was not run in peace.`);
  return peaceful;
}
