import { setTimeout as pause } from 'node:timers/promises';
import { type App, type AppRole, createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { classifyError, errorCode } from '../engine/model/classifyError.ts';
import { PreparationFailed } from '../engine/store/importers.ts';
import { loadConfig } from './configFile.ts';
import { greeting } from './greeting.ts';
import { complain, ignoreOutputErrors, print } from './output.ts';
import { StartError } from './startError.ts';
import { startWatchdog } from './watchdog.ts';

const stopWithinMs = 10_000;

/** A second Ctrl-C within this time is the first one again: npm passes on what the terminal has sent to us as well. */
const sameKeyMs = 500;

/**
 * Runs the app in this process until a signal ends it. SIGINT and SIGTERM stop it in an orderly way (exit code 0); a
 * second signal stops it immediately (130). A wrong configuration or an uncaught error ends it with one line (1).
 */
export async function runApp(role: AppRole): Promise<void> {
  let stopping: { readonly since: number } | undefined;

  const end = async (app: App, code: number) => {
    stopping = { since: performance.now() };
    // Should nothing hold the process any more before all has stopped.
    process.exitCode = code;
    process.exit(await stopInTime(app, code));
  };
  let started = false;
  const fatal = (error: unknown) => {
    complain(started ? describe(error) : describeStart(error));
    if (stopping === undefined) void end(app, 1);
  };
  const signal = () => {
    if (stopping === undefined) {
      print('Stopping …');
      void end(app, 0);
    } else if (performance.now() - stopping.since > sameKeyMs) {
      app.kill();
      process.exit(130);
    }
  };

  ignoreOutputErrors();
  const config = await configured();
  const app = createApp({ config, role, onFatal: fatal });
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  process.on('SIGINT', signal);
  process.on('SIGTERM', signal);
  try {
    await startWatchdog(config.freezeSeconds);
    const info = await app.start();
    started = true;
    if (stopping === undefined) print(...greeting(info));
  } catch (error) {
    if (stopping !== undefined) return;
    complain(describeStart(error));
    process.exit(1);
  }
}

async function configured(): Promise<Config> {
  try {
    return await loadConfig();
  } catch (error) {
    complain(describe(error));
    process.exit(1);
  }
}

async function stopInTime(app: App, code: number): Promise<number> {
  try {
    const late = pause(stopWithinMs, 'late', { ref: false });
    if ((await Promise.race([app.stop(), late])) !== 'late') return code;
    complain(`Not everything stopped within ${stopWithinMs / 1_000} s; the rest is ended now.`);
  } catch (error) {
    complain(describe(error));
  }
  app.kill();
  return 1;
}

function describe(error: unknown): string {
  if (error instanceof StartError || error instanceof PreparationFailed) return `Sluice cannot run: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** If the database stops during the start, the code is not at fault, so no stack is printed. */
export function describeStart(error: unknown): string {
  if (error instanceof StartError || classifyError(error) !== 'environment') return describe(error);
  return `Sluice cannot run: what it needs went away while it was starting (${textOf(error)}). Start it again.`;
}

/** What a connection to several addresses met has no words of its own. */
function textOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(textOf).join(', ');
  return String(error instanceof Error ? error.message || errorCode(error) : error).split('\n')[0] ?? '';
}
