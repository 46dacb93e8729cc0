import { type Command, Option } from '@commander-js/extra-typings';
import { runCancel, runPause, runResume, runRetry, runUndo } from './commands/act.ts';
import { runFailed } from './commands/failed.ts';
import { runImport } from './commands/import.ts';
import { runKeyCreate, runKeyList, runKeyRevoke } from './commands/keys.ts';
import { runImporters, runList, runStatus } from './commands/list.ts';
import { runWatch } from './commands/watch.ts';
import type { ExitCode } from './exitCodes.ts';
import { jsonPairs, moment, pairs, share, texts, wholeNumber } from './parse.ts';
import { openSession, type Session } from './session.ts';

/** Called with the exit code of the command that ran. */
export type End = (code: ExitCode) => void;

const ACCESS = `
Variables: SLUICE_API_KEY (required), SLUICE_URL (default http://localhost:4000), SLUICE_PROJECT.
Exit codes: 0 success, 2 some rows failed, 1 failure, 64 wrong usage, 130 Ctrl-C (the import continues).
In a pipe, every result is printed as a line of JSON.`;

const STATUSES = [
  ...(['QUEUED', 'RUNNING', 'PAUSED', 'CANCELLED', 'COMPLETED', 'COMPLETED_WITH_ERRORS'] as const),
  ...(['FAILED', 'UNDOING', 'UNDONE'] as const),
] as const;

/** Adds the commands that use the API and run anywhere. */
export function addClientCommands(program: Command, end: End): void {
  addImport(program, end);
  addActions(program, end);
  addReading(program, end);
  addKeys(program, end);
}

/** A command with the common flags. */
function client(program: Command, usage: string, description: string) {
  return program
    .command(usage)
    .description(description)
    .option('--url <url>', 'the URL of Sluice; default SLUICE_URL')
    .option('--project <id>', 'the project; default SLUICE_PROJECT, else the only project of the key')
    .option('--json', 'print each result as a line of JSON, also on a terminal')
    .addHelpText('after', ACCESS);
}

function addImport(program: Command, end: End): void {
  client(
    program,
    'import',
    'imports a source and watches it until it ends; run it again to resume an interrupted upload',
  )
    .argument('<source>', 'a file, a URL that the server fetches, or - for standard input')
    .requiredOption('--importer <name>', 'see `sluice importers`')
    .option('--option <key=value>', 'an option of the importer; repeat for more', jsonPairs)
    .option(
      '--map <column=field>',
      'a column and its field, or nothing to ignore it; repeat for the other columns',
      pairs,
    )
    .addOption(
      new Option('--on-duplicate <policy>', 'what to do with a row that matches a record').choices([
        ...(['SKIP', 'UPDATE', 'ENRICH', 'FAIL'] as const),
      ] as const),
    )
    .addOption(
      new Option('--mode <mode>', 'in the request or as background jobs').choices(['AUTO', 'SYNC', 'ASYNC'] as const),
    )
    .option('--chunk-size <rows>', 'rows per transaction', wholeNumber)
    .option('--max-error-rate <share>', 'stop as FAILED if more than this share of rows fails, 0 to 1', share)
    .option('--idempotency-key <key>', 'the same key and source return the first import')
    .option('--sheet <name>', 'a sheet of a workbook; repeat to import several, one import each', texts)
    .option('--all-sheets', 'every sheet of a workbook, one import each')
    .option('--locale <locale>', 'how numbers and dates are written, such as de for 1.234,56')
    .option('--name <name>', 'the name of the source')
    .option('--dry-run', 'write nothing and show what the import would do')
    .option('--no-wait', 'do not watch; exit once the import is accepted')
    .action(async (source, flags) => end(await runImport(openSession(flags), source, flags)));
}

function addActions(program: Command, end: End): void {
  const simple = (name: string, description: string, run: (session: Session, id: string) => Promise<ExitCode>) =>
    client(program, name, description)
      .argument('<id>', "the import's id")
      .action(async (id, flags) => end(await run(openSession(flags), id)));
  simple('watch', 'watches an import until it ends', runWatch);
  simple('pause', 'pauses an import', runPause);
  simple('cancel', 'cancels an import; imported rows stay', runCancel);
  client(program, 'resume', 'resumes a paused, cancelled or failed import')
    .argument('<id>', "the import's id")
    .option('--max-error-rate <share>', 'a new limit, 0 to 1', share)
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runResume(openSession(flags), id, flags)));
  client(program, 'retry', 'retries failed rows: all or a selection')
    .argument('<id>', "the import's id")
    .option('--code <code>', 'only rows with this error')
    .option('--field <field>', 'only rows with an error of this field')
    .option('--row <number>', 'only this row', wholeNumber)
    .option('--set <column=value>', 'a new value for a column of the row; repeat for more columns', pairs)
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runRetry(openSession(flags), id, flags)));
  client(program, 'undo', 'undoes an import, except for records that were changed later')
    .argument('<id>', "the import's id")
    .option('--preview', 'only show what the undo would do')
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runUndo(openSession(flags), id, flags)));
}

function addReading(program: Command, end: End): void {
  client(program, 'failed', 'shows the failed rows with their errors')
    .argument('<id>', "the import's id")
    .option('--csv', 'print a CSV file to correct and import again')
    .option('--code <code>', 'only rows with this error')
    .option('--field <field>', 'only rows with an error of this field')
    .addOption(
      new Option('--status <status>', 'only rows with this status')
        .choices(['OPEN', 'RESOLVED', 'DISCARDED'] as const)
        .default('OPEN' as const),
    )
    .action(async (id, flags) => end(await runFailed(openSession(flags), id, flags)));
  client(program, 'status', 'shows the current state of an import')
    .argument('<id>', "the import's id")
    .action(async (id, flags) => end(await runStatus(openSession(flags), id)));
  client(program, 'list', 'lists the imports of the project, newest first')
    .addOption(new Option('--status <status>', 'only imports with this status').choices(STATUSES))
    .option('--importer <name>', 'only imports of this importer')
    .option('--first <count>', 'the maximum number of imports', wholeNumber, 20)
    .action(async (flags) => end(await runList(openSession(flags), flags)));
  client(program, 'importers', 'lists the importers').action(async (flags) =>
    end(await runImporters(openSession(flags))),
  );
}

function addKeys(program: Command, end: End): void {
  const keys = program
    .command('keys')
    .description('lists, creates and revokes the keys of the project; requires an ADMIN key');
  client(keys, 'list', 'lists the keys with their last use').action(async (flags) =>
    end(await runKeyList(openSession(flags))),
  );
  client(keys, 'create', 'creates a key and shows it once')
    .argument('<name>', 'the name of the key')
    .addOption(
      new Option('--role <role>', 'the role of the key')
        .choices(['VIEWER', 'EDITOR', 'ADMIN'] as const)
        .default('EDITOR' as const),
    )
    .option('--expires <day>', 'the day on which the key expires', moment)
    .action(async (name, flags) => end(await runKeyCreate(openSession(flags), name, flags)));
  client(keys, 'revoke', 'revokes a key immediately')
    .argument('<id>', "the key's id, which `keys list` shows")
    .action(async (id, flags) => end(await runKeyRevoke(openSession(flags), id)));
}
