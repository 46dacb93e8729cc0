import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { until } from '../helpers/until.ts';

const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

/** A `sluice` command that runs as a process of its own. */
export interface BenchProcess {
  /** The most memory that it has held so far, in bytes; null where the system does not tell (only Linux does). */
  peakMemory(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Runs `sluice COMMAND` with only these variables of its own, and waits until it is ready. */
export async function startSluice(
  command: 'serve' | 'worker',
  variables: Readonly<Record<string, string>>,
): Promise<BenchProcess> {
  const { PATH = '', HOME = '', NODE_OPTIONS = '' } = process.env;
  // By the Node of this process, and with the flags that the sluice command gives it (server/sluice.mjs).
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--heap-growing-percent=50', cli, command], {
    env: { PATH, HOME, NODE_OPTIONS, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Rejects where it cannot be run at all.
  await once(child, 'spawn');
  const ended = once(child, 'close');
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed += part;
  });
  const isReady = () => {
    if (hasEnded(child)) throw new Error(`sluice ${command} ended:\n${printed}`);
    return /Sluice (worker )?is ready/.test(printed);
  };
  await until(isReady, { deadlineMs: 120_000, what: `sluice ${command} to be ready` });
  return {
    peakMemory: () => peakMemory(child),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function peakMemory({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
