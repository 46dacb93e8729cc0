import { setTimeout as pause } from 'node:timers/promises';

interface UntilOptions {
  /** How long to wait, in milliseconds. Long, since it only decides when a failing test gives up. */
  readonly deadlineMs?: number;
  /** What is waited for, for the message. */
  readonly what: string;
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
  { deadlineMs = 20_000, what }: UntilOptions,
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
