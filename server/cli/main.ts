import { Command, CommanderError } from '@commander-js/extra-typings';
import { Refused, Unreachable } from '../../client/errors.ts';
import { UsageError } from './errors.ts';
import { EXIT } from './exitCodes.ts';
import { addClientCommands, type End } from './program.ts';
import { createTerminal } from './terminal.ts';

/** A command that runs a part of Sluice here, such as the server. It ends the process itself. */
export interface LocalCommand {
  readonly name: string;
  readonly description: string;
  run(): Promise<void>;
}

/** Runs the command line of this version and ends the process with its exit code. */
export async function runCommandLine(
  argv: readonly string[],
  version: string,
  local: readonly LocalCommand[],
): Promise<void> {
  const end: End = (code) => {
    process.exitCode = code;
  };
  const program = new Command('sluice')
    .description('Imports large files into Postgres, and finishes what it starts.')
    .version(version, '--version', 'prints the version')
    .exitOverride()
    .showHelpAfterError('(--help tells more)');
  for (const { name, description, run } of local) program.command(name).description(description).action(run);
  addClientCommands(program, end);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

/** Says what a person can do with it, and gives the exit code. */
function codeOf(error: unknown): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.usage;
  const { note } = createTerminal({ json: true });
  if (error instanceof UsageError) {
    note(error.message);
    return EXIT.usage;
  }
  if (error instanceof Refused || error instanceof Unreachable) {
    note(error.message);
    return EXIT.failure;
  }
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.failure;
}
