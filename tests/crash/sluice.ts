import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { until } from '../helpers/until.ts';
import type { Strike } from './strike.ts';

const CLI = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));
const PRELOAD = fileURLToPath(new URL('./killAt.ts', import.meta.url));
/** Lines of output that are kept, for a report of what went wrong. */
const KEPT = 40;

export type Role = 'serve' | 'worker';

/** A `sluice` command as a process of its own, which can be told where to die. */
export interface Sluice {
  readonly role: Role;
  readonly pid: number;
  alive(): boolean;
  arm(strike: Strike | null): void;
  /** The last lines that it printed. */
  output(): string;
  kill(): Promise<void>;
}

/** Starts it and waits until it says that it is ready. It dies with this process, however that ends. */
export async function startSluice(role: Role, variables: Readonly<Record<string, string>>): Promise<Sluice> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(PRELOAD).href, CLI, role], {
    env: { ...programEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${process.execPath} could not be started.`);
  const lines: string[] = [];
  let isReady = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      lines.push(...part.trimEnd().split('\n'));
      isReady ||= /Sluice (worker )?is ready/.test(lines.join(' '));
      lines.splice(0, lines.length - KEPT);
    });
  }
  const ended = once(child, 'close');
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  const ready = (): boolean => {
    if (!alive()) throw new Error(`sluice ${role} ended:\n${lines.join('\n')}`);
    return isReady;
  };
  await until(ready, { what: `sluice ${role} to be ready` });
  return {
    role,
    pid,
    alive,
    arm: (strike) => {
      if (child.connected) child.send({ strike }, () => {});
    },
    output: () => lines.join('\n'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
