import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { type CommandLine, cli, commandLine, workingFolder } from '../helpers/cli.ts';
import { programEnvironment } from '../helpers/programEnvironment.ts';
import { runProgram } from '../helpers/sluiceProcess.ts';
import { until } from '../helpers/until.ts';
import { workbook } from '../sources/xlsx/workbook.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function inFolder(): Promise<{ sluice: CommandLine; folder: string }> {
  const folder = await workingFolder();
  return { sluice: commandLine(app, folder), folder };
}

const contacts = ['--importer', 'contacts'];

/** A CSV of `count` contacts with phones. */
function people(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `Ann,+1202${5_000_000 + index}`);
  return `First Name,Phone\n${lines.join('\n')}\n`;
}

describe('sluice import', () => {
  it('tells success, partial success and failure apart by its exit code, and what became of it in JSON lines', async () => {
    const { sluice, folder } = await inFolder();
    await writeFile(join(folder, 'mixed.csv'), 'Name,Mail\nAda,ada@cli.example\nBob,bob(at)cli.example\n');
    await writeFile(join(folder, 'binary.csv'), Buffer.from([0, 1, 2, 3, 0, 255, 0]));
    const mapped = [...contacts, '--map', 'Name=fullName', '--map', 'Mail=email'];
    const [good, partial, failed] = await Promise.all([
      sluice(['import', '-', ...contacts, '--name', 'from a pipe.csv'], { input: 'Email\neve@cli.example\n' }).ended,
      sluice(['import', 'mixed.csv', ...mapped, '--option', 'listName=From the command line']).ended,
      sluice(['import', 'binary.csv', ...contacts]).ended,
    ]);
    expect(good).toMatchObject({ code: 0, answers: [{ sourceName: 'from a pipe.csv', counts: { created: 1 } }] });
    expect(partial).toMatchObject({ code: 2, answers: [{ status: 'COMPLETED_WITH_ERRORS', counts: { failed: 1 } }] });
    expect(partial.answers[0]).toMatchObject({ options: { listName: 'From the command line' } });
    expect(failed.code).toBe(1);
    expect(failed.answers.at(-1)).toMatchObject({ status: 'FAILED', statusReason: { text: expect.any(String) } });
  });

  it('imports the sheets of a workbook together, one import each', async () => {
    const { sluice, folder } = await inFolder();
    const rows = (mail: string) => [['Email'], [mail]];
    const sheets = [
      { name: 'March', rows: rows('march@sheets.example') },
      { name: 'April', rows: rows('april(at)sheets.example') },
    ];
    await writeFile(join(folder, 'year.xlsx'), workbook(sheets));
    const { code, answers } = await sluice(['import', 'year.xlsx', ...contacts, '--all-sheets']).ended;
    expect(code).toBe(2);
    expect(answers.slice(0, 2)).toMatchObject([
      { event: 'started', sourceName: 'year.xlsx · March' },
      { event: 'started', sourceName: 'year.xlsx · April' },
    ]);
  });

  it('ends with 64 where it is called wrongly, and with 1 where the server refuses, each with words', async () => {
    const { sluice } = await inFolder();
    const calls = [
      ['import', 'nothing.csv', ...contacts],
      ['import', 'nothing.csv'],
      ['import', '-', ...contacts, '--on-duplicate', 'REPLACE'],
      ['no-such-command'],
      ['import', '-', '--importer', 'unicorns'],
      ['status', '0190a1b2-0000-7000-8000-000000000000'],
      ['watch', '0190a1b2-0000-7000-8000-000000000000'],
      ['list', '--url', 'http://127.0.0.1:9'],
    ];
    const ends = await Promise.all(calls.map((args) => sluice(args, { input: 'Email\na@b.example\n' }).ended));
    expect(ends.map(({ code }) => code)).toEqual([64, 64, 64, 64, 1, 1, 1, 1]);
    const words = [/"nothing.csv" does not exist/, /--importer/, /REPLACE.*Allowed choices/, /unknown command/];
    const refusals = [/"unicorns"/, /import .* does not exist/i, /import .* does not exist/i, /does not respond/];
    for (const [index, word] of [...words, ...refusals].entries()) expect(ends[index]?.complaints).toMatch(word);
    const stranger = commandLine({ ...app, apiKey: '' }, await workingFolder());
    expect(await stranger(['list']).ended).toMatchObject({ code: 64, complaints: /SLUICE_API_KEY/ });
    const wrong = commandLine({ ...app, apiKey: 'slk_wrong-one' }, await workingFolder());
    expect((await wrong(['importers']).ended).code).toBe(1);
  });

  it('has the server fetch a URL, and tells why where it may not', async () => {
    const { sluice } = await inFolder();
    const refused = await sluice(['import', 'http://127.0.0.1:9/people.csv', ...contacts]).ended;
    expect(refused.code).toBe(1);
    const last = refused.answers.at(-1);
    expect(last ? `${last.status} ${last.statusReason.text}` : refused.complaints).toMatch(/127\.0\.0\.1/);
  });

  it('ends at once with --no-wait, and Ctrl-C leaves a watched import running and says how to go on', async () => {
    const { sluice, folder } = await inFolder();
    await writeFile(join(folder, 'many.csv'), people(30_000));
    const started = await sluice(['import', 'many.csv', ...contacts, '--no-wait', '--chunk-size', '10']).ended;
    expect(started).toMatchObject({ code: 0, answers: [{ event: 'started' }] });
    const { id } = started.answers[0];
    const watching = sluice(['watch', id]);
    await until(() => watching.output().includes('RUNNING'), { what: 'the watcher to see it run' });
    watching.child.kill('SIGINT');
    const left = await watching.ended;
    expect(left).toMatchObject({ code: 130, complaints: expect.stringContaining(`sluice watch ${id}`) });
    expect((await sluice(['cancel', id]).ended).code).toBe(0);
    // A cancelled import is a failure to whoever waits for it.
    expect((await sluice(['watch', id]).ended).code).toBe(1);
    expect(await sluice(['status', id]).ended).toMatchObject({ code: 0, answers: [{ status: 'CANCELLED' }] });
  });
});

describe('what follows an import', () => {
  it('is seen, corrected, retried and taken back', async () => {
    const { sluice } = await inFolder();
    const input = 'Name,Email\nFay,fay@after.example\nGus,gus(at)after.example\nHal,=hal\n';
    const started = await sluice(['import', '-', ...contacts, '--max-error-rate', '1'], { input }).ended;
    const { id } = started.answers[0];
    const failed = await sluice(['failed', id, '--code', 'INVALID_EMAIL']).ended;
    expect(failed.answers).toMatchObject([{ rowNumber: 2, values: { Name: 'Gus' } }, { rowNumber: 3 }]);
    const csv = await sluice(['failed', id, '--csv']).ended;
    expect(csv.output).toMatch(/^\uFEFF?Name,Email,/);
    expect(csv.output).toContain('gus(at)after.example');
    const one = await sluice(['retry', id, '--row', '2', '--set', 'Email=gus@after.example']).ended;
    expect(one).toMatchObject({ code: 2, answers: [{ counts: { created: 2, failed: 1 } }] });
    const all = await sluice(['retry', id]).ended;
    expect(all.code).toBe(2);
    const preview = await sluice(['undo', id, '--preview']).ended;
    expect(preview.answers).toEqual([{ reversed: 2, kept: 0, errored: 0 }]);
    const undone = await sluice(['undo', id]).ended;
    expect(undone.code).toBe(0);
    expect(undone.answers.at(-1)).toMatchObject({ event: 'undone', reversed: 2, kept: 0 });
    const [listed, importers] = await Promise.all([
      sluice(['list', '--status', 'UNDONE', '--importer', 'contacts']).ended,
      sluice(['importers']).ended,
    ]);
    expect(listed.answers.map((one) => one.id)).toContain(id);
    expect(importers.answers.map(({ name }) => name)).toEqual(expect.arrayContaining(['contacts', 'taxonomy']));
  });

  it('a record that was changed since makes an undo a partial success', async () => {
    const { sluice } = await inFolder();
    const first = await sluice(['import', '-', ...contacts], { input: 'Name,Email\nIda,ida@kept.example\n' }).ended;
    await sluice(['import', '-', ...contacts, '--on-duplicate', 'UPDATE'], {
      input: 'Name,Email,Company\nIda,ida@kept.example,Later\n',
    }).ended;
    const undone = await sluice(['undo', first.answers[0].id]).ended;
    expect(undone).toMatchObject({ code: 2 });
    expect(undone.answers.at(-1)).toMatchObject({ reversed: 0, kept: 1 });
  });
});

describe.skipIf(!existsSync('/dev/full'))('an answer that a full disk does not take', () => {
  it('is a failure, in one line', async () => {
    const env = { ...programEnvironment(), SLUICE_URL: app.url, SLUICE_API_KEY: app.apiKey };
    const args = ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, cli, 'importers'];
    const sluice = runProgram('/bin/sh', args, { folder: await workingFolder(), env });
    expect(await sluice.ended()).toBe(1);
    expect(sluice.complaints()).toMatch(/^The output cannot be written: .*ENOSPC.*\n$/);
  });
});

describe('sluice keys', () => {
  it('makes a key that works, lists it without showing it, and revokes it', async () => {
    const { sluice, folder } = await inFolder();
    const made = await sluice(['keys', 'create', 'nightly', '--role', 'VIEWER', '--expires', '2100-01-01']).ended;
    expect(made).toMatchObject({ code: 0, answers: [{ name: 'nightly', role: 'VIEWER', key: expect.any(String) }] });
    const { id, key } = made.answers[0];
    const theirs = commandLine({ ...app, apiKey: key }, folder);
    expect((await theirs(['list']).ended).code).toBe(0);
    // A VIEWER may look and no more.
    expect((await theirs(['keys', 'list']).ended).code).toBe(1);
    const listed = await sluice(['keys', 'list']).ended;
    expect(listed.answers).toContainEqual(expect.objectContaining({ id, name: 'nightly', revokedAt: null }));
    expect(listed.output).not.toContain(key);
    expect((await sluice(['keys', 'revoke', id]).ended).code).toBe(0);
    expect((await theirs(['list']).ended).code).toBe(1);
  });
});
