import { EXIT } from './exitCodes.ts';

/** How the command talks: lines for people on a terminal, JSON lines in a pipe. */
export interface Terminal {
  /** Whether the answers are JSON lines. */
  readonly json: boolean;
  /** One answer: `words` for a person, `value` for a program. */
  answer(value: object, words: () => string | readonly string[]): void;
  /** Something for a person only, beside the answers (standard error). */
  note(line: string): void;
  /** Replaces the last progress line; on a terminal only. */
  progress(line: string): void;
  /** Text as it is, such as a CSV; resolves once the reader has taken it. */
  write(text: string): Promise<void>;
}

export function createTerminal({ json }: { readonly json: boolean }): Terminal {
  const { stdout, stderr } = process;
  const live = stderr.isTTY && !json;
  let drawn = false;

  const clear = () => {
    if (drawn) stderr.write('\r\u001b[K');
    drawn = false;
  };
  // A reader such as `head` has seen enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.success);
    clear();
    stderr.write(`The output cannot be written: ${error.message}\n`);
    process.exit(EXIT.failure);
  });
  // What is beside the answers may be lost.
  stderr.on('error', () => undefined);
  return {
    json,
    answer(value, words) {
      clear();
      stdout.write(`${json ? JSON.stringify(value) : [words()].flat().join('\n')}\n`);
    },
    note(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!live) return;
      clear();
      stderr.write(line.slice(0, (stderr.columns || 80) - 1));
      drawn = true;
    },
    write: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
  };
}

/** Whether a person reads the answers. */
export function isPerson(): boolean {
  return process.stdout.isTTY === true;
}
