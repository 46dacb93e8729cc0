import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { programEnvironment } from './programEnvironment.ts';

export const cli = fileURLToPath(new URL('../../server/cli.ts', import.meta.url));

/** A `sluice` command that was begun. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Standard error so far. */
  complaints(): string;
  output(): string;
  ended: Promise<EndedCommand>;
}

export interface EndedCommand {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  /** The lines of the output, which are JSON in a pipe. */
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
  readonly answers: readonly any[];
  readonly complaints: string;
}

export type CommandLine = (
  args: readonly string[],
  options?: { readonly input?: string; readonly url?: string },
) => RunningCommand;

/** Commands as somebody has them who was given a URL and a key, and nothing else of the server's. */
export function commandLine(access: { readonly url: string; readonly apiKey: string }, folder: string): CommandLine {
  return (args, { input = '', url = access.url } = {}) => {
    const own = { XDG_CACHE_HOME: join(folder, 'cache'), SLUICE_URL: url, SLUICE_API_KEY: access.apiKey };
    const env = { ...programEnvironment(), ...own };
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env });
    child.stdin.end(input);
    const output = collect(child.stdout);
    const complaints = collect(child.stderr);
    const ended = once(child, 'close').then(() => ({
      code: child.exitCode,
      output: output(),
      complaints: complaints(),
      answers: answersOf(output()),
    }));
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    return { child, output, complaints, ended };
  };
}

/** An empty folder for commands to be run in. */
export async function workingFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function answersOf(output: string): unknown[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line): unknown => JSON.parse(line));
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
