import { writeSync } from 'node:fs';

/** The destination of printed lines. It never throws, whatever happens to them. */
export interface Output {
  write(text: string): void;
}

type Write = (fd: number, bytes: Uint8Array) => number;

interface OutputOptions {
  /** The line about lost texts, once writing works again; `code` is the last error's. */
  readonly lost?: (count: number, code: string) => string;
  /** As writeSync of node:fs. */
  readonly write?: Write;
}

/** So often, and so long in ms each time, a pipe whose reader is slow is waited for. */
const SLOW_READER_LOOKS = 40;
const SLOW_READER_MS = 25;

/**
 * An output over a file descriptor. Text that cannot be written because the disk is full or the reader of a pipe is
 * gone is lost: a process must not fail, or fail to exit, because it cannot print. (A Node stream emits the error
 * later, where it looks like an uncaught error, and printing that error fails next.)
 */
export function createOutput(fd: number, { lost, write = writeSync }: OutputOptions = {}): Output {
  let count = 0;
  let code = '';
  /** A text was cut in its middle: the next begins on a line of its own. */
  let torn = false;

  return {
    write(text) {
      const before = count > 0 && lost ? lost(count, code) : '';
      const bytes = Buffer.from(`${torn ? '\n' : ''}${before}${text}`);
      // After a text was lost, a slow reader is not waited for again.
      const { written, error } = writeAll(fd, bytes, write, count > 0 ? 0 : SLOW_READER_LOOKS);
      if (written === bytes.length) {
        count = 0;
        torn = false;
        return;
      }
      count += 1;
      code = codeOf(error);
      torn ||= written > 0;
    },
  };
}

/** The only places where words for a person at the terminal come out. Logs are another matter. */
export function print(...lines: readonly string[]): void {
  createOutput(1).write(`${lines.join('\n')}\n`);
}

export function complain(...lines: readonly string[]): void {
  createOutput(2).write(`${lines.join('\n')}\n`);
}

/** The same for what others write to Node's own streams, such as its warnings: for a process that is to live on. */
export function ignoreOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** How many bytes were written, and what kept the others from it. A slow reader is waited for so often. */
function writeAll(fd: number, bytes: Uint8Array, write: Write, looks: number): { written: number; error: unknown } {
  let written = 0;
  for (let left = looks; written < bytes.length; ) {
    try {
      written += write(fd, bytes.subarray(written));
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN' || left === 0) return { written, error };
      left -= 1;
      sleep(SLOW_READER_MS);
    }
  }
  return { written, error: null };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
