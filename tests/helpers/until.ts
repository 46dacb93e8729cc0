import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE_MS } from './patience.ts';

interface UntilOptions {
  /** What is waited for, for the message. */
  readonly what: string;
  /** How long to wait, in ms, where it is not as long as for anything else. */
  readonly deadlineMs?: number;
}

const everyMs = 20;

/**
 * Waits until the condition gives something other than false, null or undefined, and returns that. Rejects at the
 * deadline with what was waited for. A condition that throws fails at once.
 *
 * @example const done = await until(() => findImport(id), { what: 'the import' });
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { deadlineMs = PATIENCE_MS, what }: UntilOptions,
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    const value = await condition();
    if (isThere(value)) return value;
    if (performance.now() > deadline) throw new Error(`Waited ${deadlineMs} ms in vain for ${what}.`);
    await pause(everyMs);
  }
}

function isThere<T>(value: T): value is Exclude<T, false | null | undefined> {
  return value !== false && value !== null && value !== undefined;
}
