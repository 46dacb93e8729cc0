import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { killPostmaster } from '../../server/database/postmaster.ts';
import { programEnvironment } from './programEnvironment.ts';
import { until } from './until.ts';

const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

/** A `sluice` command that runs as a process of its own. */
export interface SluiceProcess {
  readonly pid: number;
  /** Everything that it has printed so far. */
  output(): string;
  /** What it complained about so far (standard error). */
  complaints(): string;
  /** Waits for the words that say that it is ready. Rejects with its output when it ends instead. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Waits for its end and returns the exit code; null when a signal ended it. */
  ended(): Promise<number | null>;
}

/** What a program is started with. */
interface ProgramOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Ours, where none is given. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Signals are for the program and all that it starts, as those of a terminal's Ctrl-C are. */
  readonly group?: boolean;
}

/** Runs `sluice COMMAND` in a folder, with only these variables of its own. It is killed when the test is over. */
export function runSluice(
  command: string,
  variables: Readonly<Record<string, string>>,
  folder: string = process.cwd(),
): SluiceProcess {
  return runProgram(process.execPath, [cli, command], { folder, env: { ...programEnvironment(), ...variables } });
}

/** Runs a program that becomes a server or worker. It is killed when the test is over. */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions): SluiceProcess {
  const { folder, env, user, group = false } = options;
  const child = spawn(program, args, { cwd: folder, env, ...user, detached: group });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  const name = [program, ...args].join(' ');
  const printed = collect(child.stdout);
  const complained = collect(child.stderr);
  const ended = once(child, 'close').then(() => child.exitCode);
  const signal = (sent: NodeJS.Signals) => {
    if (!hasEnded(child)) process.kill(group ? -pid : pid, sent);
  };
  onTestFinished(async () => {
    signal('SIGKILL');
    await ended;
  });
  const isReady = () => {
    if (hasEnded(child)) throw new Error(`${name} ended:\n${printed()}${complained()}`);
    return /Sluice (worker )?is ready/.test(printed());
  };
  return {
    pid,
    output: printed,
    complaints: complained,
    ready: async () => void (await until(isReady, { what: `${name} to be ready` })),
    signal,
    ended: () => ended,
  };
}

/** A data folder for the test alone. Whatever Postgres is still running in it at the end is killed. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-data-'));
  onTestFinished(async () => {
    killPostmaster({ folder: join(folder, 'postgres') });
    // Its last files may still be going away.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return folder;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
