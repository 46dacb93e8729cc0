import type { ImportStatus } from './generated/graphql.ts';

/** How the `sluice` command ends. README has the table for people. */
export const EXIT = {
  /** It did what was asked; of an import: every row has a good outcome. */
  success: 0,
  /** It could not, or the import failed or was cancelled. */
  failure: 1,
  /** The import is over, and some rows failed or were discarded; of an undo: some records were kept. */
  partial: 2,
  /** The command line or the environment is wrong (EX_USAGE of sysexits.h). */
  usage: 64,
  /** Ctrl-C: the watched import continues. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Null while the import is not over. */
export function exitOf(status: ImportStatus): ExitCode | null {
  switch (status) {
    case 'COMPLETED':
    case 'UNDONE':
      return EXIT.success;
    case 'COMPLETED_WITH_ERRORS':
      return EXIT.partial;
    case 'FAILED':
    case 'CANCELLED':
      return EXIT.failure;
    default:
      return null;
  }
}
