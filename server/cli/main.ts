import { Command, CommanderError, Option } from '@commander-js/extra-typings';
import { Refused, Unreachable } from '../../client/errors.ts';
import { UsageError } from './errors.ts';
import { EXIT } from './exitCodes.ts';
import { addClientCommands, type End } from './program.ts';
import { createTerminal } from './terminal.ts';

/** A command that runs a part of Sluice here, such as the server. It ends the process itself. */
export interface LocalCommand {
  /** Of one in a group, such as `importer generate`, with the group's name before its own. */
  readonly name: string;
  readonly description: string;
  readonly options?: readonly LocalOption[];
  run(options: Readonly<Record<string, string | undefined>>): Promise<void>;
}

export interface LocalOption {
  /** As in `--table <name>`. */
  readonly flags: string;
  readonly description: string;
  readonly isRequired?: boolean;
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
  for (const command of local) addLocal(program, command);
  addClientCommands(program, end);
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

function addLocal(program: Command, { name, description, options = [], run }: LocalCommand): void {
  const [group, inner] = name.split(' ');
  const parent = inner === undefined ? program : program.command(group ?? '').description('writes importers');
  const command = new Command(inner ?? name).description(description).copyInheritedSettings(parent);
  for (const { flags, description: text, isRequired = false } of options) {
    command.addOption(new Option(flags, text).makeOptionMandatory(isRequired));
  }
  command.action((given: Readonly<Record<string, string | undefined>>) => run(given));
  parent.addCommand(command);
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
