import { type Command, Option } from '@commander-js/extra-typings';
import { runCancel, runPause, runResume, runRetry, runUndo } from './commands/act.ts';
import { runFailed } from './commands/failed.ts';
import { runImport } from './commands/import.ts';
import { runKeyCreate, runKeyList, runKeyRevoke } from './commands/keys.ts';
import { runImporters, runList, runStatus } from './commands/list.ts';
import { runWatch } from './commands/watch.ts';
import type { ExitCode } from './exitCodes.ts';
import { jsonPairs, moment, pairs, share, wholeNumber } from './parse.ts';
import { openSession, type Session } from './session.ts';

/** Called with the exit code of the command that ran. */
export type End = (code: ExitCode) => void;

const ACCESS = `
Variables: SLUICE_API_KEY (needed), SLUICE_URL (http://localhost:4000 unless given), SLUICE_PROJECT.
Exit codes: 0 success, 2 some rows failed, 1 failure, 64 wrong use, 130 Ctrl-C (the import goes on).
In a pipe every answer is a line of JSON.`;

const STATUSES = [
  ...(['QUEUED', 'RUNNING', 'PAUSED', 'CANCELLED', 'COMPLETED', 'COMPLETED_WITH_ERRORS'] as const),
  ...(['FAILED', 'UNDOING', 'UNDONE'] as const),
] as const;

/** Adds the commands that work over the API, from wherever they are run. */
export function addClientCommands(program: Command, end: End): void {
  addImport(program, end);
  addActions(program, end);
  addReading(program, end);
  addKeys(program, end);
}

/** A command with the flags that all of them have. */
function client(program: Command, usage: string, description: string) {
  return program
    .command(usage)
    .description(description)
    .option('--url <url>', 'where Sluice is; else SLUICE_URL')
    .option('--project <id>', 'the project; else SLUICE_PROJECT, else the only one that the key sees')
    .option('--json', 'a line of JSON for each answer, on a terminal too')
    .addHelpText('after', ACCESS);
}

function addImport(program: Command, end: End): void {
  client(program, 'import', 'imports a source and watches it to its end; run again after a cut, an upload goes on')
    .argument('<source>', 'a file, a URL that the server fetches, or - for standard input')
    .requiredOption('--importer <name>', 'see `sluice importers`')
    .option('--option <key=value>', "one of the importer's options; again for more", jsonPairs)
    .option('--map <column=field>', 'a column and its field, or nothing to ignore it; again for all others', pairs)
    .addOption(
      new Option('--on-duplicate <policy>', 'of a row that matches a record').choices([
        ...(['SKIP', 'UPDATE', 'ENRICH', 'FAIL'] as const),
      ] as const),
    )
    .addOption(new Option('--mode <mode>', 'in the request or by jobs').choices(['AUTO', 'SYNC', 'ASYNC'] as const))
    .option('--chunk-size <rows>', 'rows of a transaction', wholeNumber)
    .option('--max-error-rate <share>', 'stop as FAILED when more rows than this share fail, 0 to 1', share)
    .option('--idempotency-key <key>', 'the same key and source give the first import again')
    .option('--name <name>', 'what the import calls the source')
    .option('--dry-run', 'write nothing, and tell what would be')
    .option('--no-wait', 'do not watch: end once the import is accepted')
    .action(async (source, flags) => end(await runImport(openSession(flags), source, flags)));
}

function addActions(program: Command, end: End): void {
  const simple = (name: string, description: string, run: (session: Session, id: string) => Promise<ExitCode>) =>
    client(program, name, description)
      .argument('<id>', "the import's id")
      .action(async (id, flags) => end(await run(openSession(flags), id)));
  simple('watch', 'watches an import to its end', runWatch);
  simple('pause', 'makes an import wait', runPause);
  simple('cancel', 'stops an import; what is done stays done', runCancel);
  client(program, 'resume', 'goes on with a paused, cancelled or failed import')
    .argument('<id>', "the import's id")
    .option('--max-error-rate <share>', 'another limit, 0 to 1', share)
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runResume(openSession(flags), id, flags)));
  client(program, 'retry', 'sends failed rows through again: all, or those that are chosen')
    .argument('<id>', "the import's id")
    .option('--code <code>', 'only rows with this error')
    .option('--field <field>', 'only rows with an error of this field')
    .option('--row <number>', 'only this row', wholeNumber)
    .option('--set <column=value>', 'what the row should say; again for more columns', pairs)
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runRetry(openSession(flags), id, flags)));
  client(program, 'undo', 'takes an import back, except what was changed since')
    .argument('<id>', "the import's id")
    .option('--preview', 'only say what it would do')
    .option('--no-wait', 'do not watch')
    .action(async (id, flags) => end(await runUndo(openSession(flags), id, flags)));
}

function addReading(program: Command, end: End): void {
  client(program, 'failed', 'shows the failed rows with their errors')
    .argument('<id>', "the import's id")
    .option('--csv', 'as a file to correct and import again')
    .option('--code <code>', 'only rows with this error')
    .option('--field <field>', 'only rows with an error of this field')
    .addOption(
      new Option('--status <status>', 'which')
        .choices(['OPEN', 'RESOLVED', 'DISCARDED'] as const)
        .default('OPEN' as const),
    )
    .action(async (id, flags) => end(await runFailed(openSession(flags), id, flags)));
  client(program, 'status', 'shows an import as it is now')
    .argument('<id>', "the import's id")
    .action(async (id, flags) => end(await runStatus(openSession(flags), id)));
  client(program, 'list', 'lists the imports of the project, the newest first')
    .addOption(new Option('--status <status>', 'only those').choices(STATUSES))
    .option('--importer <name>', 'only of this importer')
    .option('--first <count>', 'at most so many', wholeNumber, 20)
    .action(async (flags) => end(await runList(openSession(flags), flags)));
  client(program, 'importers', 'lists what can be imported').action(async (flags) =>
    end(await runImporters(openSession(flags))),
  );
}

function addKeys(program: Command, end: End): void {
  const keys = program
    .command('keys')
    .description('lists, makes and revokes the keys of the project; takes an ADMIN key');
  client(keys, 'list', 'lists them, with their last use').action(async (flags) =>
    end(await runKeyList(openSession(flags))),
  );
  client(keys, 'create', 'makes a key and shows it, once')
    .argument('<name>', 'what people call it')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices(['VIEWER', 'EDITOR', 'ADMIN'] as const)
        .default('EDITOR' as const),
    )
    .option('--expires <day>', 'from when on it does not hold any more', moment)
    .action(async (name, flags) => end(await runKeyCreate(openSession(flags), name, flags)));
  client(keys, 'revoke', 'makes a key useless at once')
    .argument('<id>', "the key's id, which `keys list` shows")
    .action(async (id, flags) => end(await runKeyRevoke(openSession(flags), id)));
}
