import { Command } from '@commander-js/extra-typings';
import { buildSchema, isInterfaceType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { codesTexts } from '../../admin/plugin/i18n/en/codes.ts';
import { EXIT } from '../../server/cli/exitCodes.ts';
import { addClientCommands } from '../../server/cli/program.ts';
import { readConfig } from '../../server/config.ts';
import { availableActions, type ImportAction, mayDiscardRows } from '../../server/engine/model/status.ts';
import { ImportStatus } from '../../server/generated/prisma/enums.ts';
import { quoted, readProjectFile, section, tableRows } from '../helpers/markdown.ts';
import { factsOf } from '../helpers/sourceFacts.ts';

const pageOf = (name: string) => readProjectFile(`docs/reference/${name}.md`);

describe('the page of variables', () => {
  /** With what other variables need to have an effect. */
  const base = {
    SLUICE_S3_BUCKET: 'uploads',
    SLUICE_JWKS_URL: 'https://idp.example.com/jwks',
    SLUICE_JWT_ISSUER: 'https://idp.example.com',
    SLUICE_JWT_AUDIENCE: 'sluice',
  };
  const defaults = tableRows(pageOf('variables')).flatMap(([name = '', usual = '']) => {
    const [, literal] = /^`([^`]+)`$/.exec(usual) ?? [];
    return literal === undefined ? [] : [[quoted(name)[0] ?? '', literal.replace('PORT', '4000')] as const];
  });

  it.each(defaults)('has the default of the code: %s is %s', (name, literal) => {
    expect(defaults.length).toBeGreaterThan(10);
    expect(readConfig({ ...base, [name]: literal })).toEqual(readConfig(base));
  });
});

describe('the page of the command line', () => {
  const page = pageOf('cli');
  const program = new Command();
  addClientCommands(program, () => {});
  const commands = commandsOf(program);
  const rows = tableRows(page).filter(([name = '']) => name.startsWith('`'));

  const [, ...blocks] = readProjectFile('server/cli.ts').split(/^ {4}name: '/m);
  const local = blocks.map((block) => block.slice(0, block.indexOf("'")));
  for (const [index, block] of blocks.entries()) {
    commands.set(local[index] ?? '', block.match(/(?<=flags: ')--[a-z-]+/g) ?? []);
  }

  it('has every command and no other', () => {
    const named = rows.flatMap(([cell = '']) => quoted(cell)).map((usage) => usage.replace(/ (?:[A-Z]+|-)$/, ''));
    expect([...new Set(named)].sort()).toEqual([...commands.keys()].sort());
  });

  it.each(rows)('names only flags that the command has: %s', (cell, text = '') => {
    const flags = quoted(cell).flatMap((usage) => commands.get(usage.replace(/ (?:[A-Z]+|-)$/, '')) ?? []);
    const named = quoted(text).flatMap((code) => code.match(/--[a-z-]+/g) ?? []);
    expect(named.filter((flag) => !flags.includes(flag))).toEqual([]);
  });

  it('has every exit code', () => {
    const codes = tableRows(page).flatMap(([code = '']) => (/^\d+$/.test(code) ? Number(code) : []));
    expect(codes).toEqual(Object.values(EXIT).toSorted((one, other) => one - other));
  });
});

/** The flags of each command, by its name; "keys list" for one of a group. */
function commandsOf(group: { readonly commands: readonly unknown[] }, prefix = ''): Map<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const command of group.commands) {
    if (!(command instanceof Command)) continue;
    const name = `${prefix}${command.name()}`;
    if (command.commands.length === 0)
      all.set(
        name,
        command.options.flatMap(({ long }) => long ?? []),
      );
    for (const [inner, flags] of commandsOf(command, `${name} `)) all.set(inner, flags);
  }
  return all;
}

describe('the page of imports', () => {
  const rows = tableRows(section(pageOf('imports'), 'What becomes of an import'));
  const whenOf = (mutation: string) => rows.find(([name]) => name === `\`${mutation}\``)?.[2] ?? '';
  const statuses = Object.values(ImportStatus);
  /** An import that is COMPLETED has no failed rows. */
  const allow = (action: ImportAction) =>
    statuses.filter((status) =>
      availableActions({ status, phase: 'IMPORT', failed: status === 'COMPLETED' ? 0 : 1, dryRun: false }).includes(
        action,
      ),
    );

  it.each([
    ['pauseImport', 'PAUSE'],
    ['resumeImport', 'RESUME'],
    ['cancelImport', 'CANCEL'],
    ['retryFailedRows', 'RETRY_ROWS'],
    ['retryImport', 'RETRY'],
    ['undoImport', 'UNDO'],
  ] as const)('says in which statuses %s is possible', (mutation, action) => {
    expect(whenOf(mutation).split(', ').sort()).toEqual(allow(action).sort());
  });

  it('says in which statuses discardFailedRows is not possible', () => {
    const refused = statuses.filter((status) => !mayDiscardRows({ status, phase: 'IMPORT' }));
    expect(whenOf('discardFailedRows')).toBe(`not ${refused.join(', ')}`);
  });
});

describe('the page of codes', () => {
  const server = factsOf('server');
  const page = pageOf('codes');
  const named = quoted(page);

  it('has every type of error of the API', () => {
    const schema = buildSchema(readProjectFile('server/graphql/schema.graphql'));
    const error = schema.getType('Error');
    const types = isInterfaceType(error) ? schema.getPossibleTypes(error).map(({ name }) => name) : [];
    const listed = tableRows(page).flatMap(([cell = '']) => quoted(cell).filter((name) => name.endsWith('Error')));
    expect(listed.sort()).toEqual(types.sort());
  });

  /** How the server gives a code to a client, and where. */
  const GIVEN: readonly (readonly [what: string, pattern: RegExp, where: RegExp])[] = [
    ['errors of mutations', /new (?:Conflict|LimitExceeded)\(\s*message\('([A-Z_]+)'/g, /^server\//],
    ['top-level errors', /code: '([A-Z_]+)'/g, /^server\/(?:http|graphql|auth|downloads)\//],
    ['errors of cells', /new Invalid\(\s*message\('([A-Z_]+)'/g, /^server\//],
    ['errors of rows', /(?:new RowRejected\(|rowError: |\.fail\()[^']*message\('([A-Z_]+)'/g, /^server\//],
    ['warnings of importers', /warn\(\s*message\('([A-Z_]+)'/g, /^server\//],
  ];

  it.each(GIVEN)('has the codes of all %s', (_what, pattern, where) => {
    const given = server
      .filter(({ path }) => where.test(path))
      .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code = '']) => code));
    expect(given).not.toEqual([]);
    expect(given.filter((code) => !named.includes(code))).toEqual([]);
  });

  it('has every code of a row that the console has a name for', () => {
    // Ends an import, and is on no row.
    const { ROW_TOO_LONG: _ofImports, ...ofRows } = codesTexts.codes;
    expect(Object.keys(ofRows).filter((code) => !named.includes(code))).toEqual([]);
  });
});
