/** When of a statement: before it is sent, when it is sent and unanswered, or after its answer came. */
export type When = 'before' | 'sent' | 'after';

/** Which statement of pg is meant. Patterns are sources of regular expressions over the text. */
export interface Statement {
  readonly text: string;
  /** One of its values. */
  readonly value?: string;
  /** What the same transaction has said before. */
  readonly within?: string;
  /** What the process has said before, on whatever connection, since it was armed. */
  readonly since?: string;
}

/** What is to happen where: told to every process, and the first to get there takes it. */
export interface Strike {
  readonly statement: Statement;
  readonly when: When;
  /** At the how-manieth such statement of the process. */
  readonly count: number;
  /** `kill`: the process ends by SIGKILL. `hold`: it stands still, whole, until the file `${token}.go` is there. */
  readonly action: 'kill' | 'hold';
  /** A file that who takes the strike makes, with its pid in it. */
  readonly token: string;
}

/** What a harness says to a process: a strike, or null to disarm it. */
export interface Order {
  readonly strike: Strike | null;
}

export function isOrder(message: unknown): message is Order {
  return typeof message === 'object' && message !== null && 'strike' in message;
}
