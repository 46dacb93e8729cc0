import pg from 'pg';
import { type Logger, pino, stdSerializers } from 'pino';
import type { Config } from '../config.ts';
import { createOutput, type Output } from '../setup/output.ts';

/** The process' structured log: JSON lines with import, chunk, row number and attempt, and nothing of what rows hold. */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, base: { pid: process.pid }, serializers: { err: loggedError } }, createLogOutput());
}

/** Standard output. What it did not take, on a full disk for one, is counted in a line once it takes lines again. */
export function createLogOutput(options: Omit<Parameters<typeof createOutput>[1], 'lost'> = {}): Output {
  const lost = (count: number, code: string) =>
    `${JSON.stringify({ level: 40, time: Date.now(), pid: process.pid, lost: count, code, msg: 'lines of the log could not be written' })}\n`;
  return createOutput(1, { lost, ...options });
}

/** What Postgres says of a row quotes its values: only what names no value is kept of it. */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? stdSerializers.err(error) : error;
  const { name, code, severity, schema, table, column, constraint, routine, stack } = error;
  // The first line of a stack is the message; in a row's own fault it may hold the value.
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  const message = isAboutData(code) ? undefined : error.message;
  return { type: name, code, severity, message, schema, table, column, constraint, routine, stack: frames?.join('\n') };
}

/** Data exceptions and integrity violations (SQLSTATE classes 22 and 23), and what functions raise (P0). */
function isAboutData(code: string | undefined): boolean {
  return code === undefined || ['22', '23', 'P0'].includes(code.slice(0, 2));
}
