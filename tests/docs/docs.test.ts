import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSchema, isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { contactOptions } from '../../server/importers/contacts/options.ts';
import { eventOptions } from '../../server/importers/events/options.ts';
import { catalogue } from '../../server/messages/catalogue.ts';
import { printMessages } from '../../server/messages/printMessages.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { contributorPages, examplePages, userDocs, userPages } from '../helpers/docs.ts';
import { limits } from '../helpers/documentedLimits.ts';
import { type MarkedBlock, markedBlocks, quoted, readProjectFile, section, tableRows } from '../helpers/markdown.ts';
import { factsOf } from '../helpers/sourceFacts.ts';

const docs = userDocs();
const schema = buildSchema(readProjectFile('server/graphql/schema.graphql'));
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the shell examples', () => {
  let app: RunningApp;
  let outputs: readonly string[];
  const blocks = markedBlocks(docs);
  const examples = blocks.filter(({ mark }) => mark === 'test');

  beforeAll(async () => {
    app = await startApp();
    outputs = await pasted(app, examples);
  });
  afterAll(() => app.stop());

  test.each(expectations(blocks))('print what the docs say: $title', ({ example, block }) => {
    const printed = outputs[example] ?? '';
    if (block.language === 'text') {
      expect(printed.split('\n')).toEqual(expect.arrayContaining(block.text.split('\n')));
      return;
    }
    const said: unknown = JSON.parse(block.text, (_key, value: unknown) =>
      value === '…' ? expect.any(String) : value,
    );
    const answer: unknown = JSON.parse(printed);
    if (block.mark === 'output') expect(answer).toEqual(said);
    else expect(partsOf(answer)).toContainEqual(said);
  });

  it('tell of the errors of GraphQL itself by the codes that are named', async () => {
    for (const [query, code] of [
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ]) {
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${app.apiKey}` };
      const response = await fetch(`${app.url}/graphql`, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      expect(quoted(section(docs, 'Errors'))).toContain(code);
    }
  });
});

/** Runs the examples one after the other in one shell, as somebody pastes them; what each printed. */
async function pasted({ url, apiKey, adminPassword }: RunningApp, examples: readonly MarkedBlock[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-readme-'));
  const end = '--- the next example ---';
  const script = ['set -euo pipefail', ...examples.map((example) => `${example.text}\nprintf '\\n${end}\\n'`)];
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, TMPDIR: folder, SLUICE_URL: url, KEY: apiKey, PASSWORD: adminPassword };
  try {
    const { stdout } = await promisify(execFile)('bash', ['-c', script.join('\n')], { cwd: root, env });
    return stdout.split(end).map((printed) => printed.trim());
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is said to come out, each with the number of the example before it. */
function expectations(blocks: readonly MarkedBlock[]) {
  let example = -1;
  return blocks.flatMap((block) => {
    if (block.mark === 'test') example += 1;
    return !block.mark.endsWith('output') ? [] : [{ example, block, title: `example ${example + 1}, ${block.mark}` }];
  });
}

/** A value and all that it holds. */
function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

describe('the tables', () => {
  const firstCells = (heading: string) => tableRows(section(docs, heading)).flatMap(([cell = '']) => quoted(cell));

  it('of variables have those of config.ts and no others', () => {
    const read = [...readProjectFile('server/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
      ([, name]) => name,
    );
    expect(read.length).toBeGreaterThan(10);
    expect(firstCells('Variables').sort()).toEqual(read.sort());
  });

  it('of limits have the numbers of the code', () => {
    const said = tableRows(section(docs, 'Limits')).map(([name = '', number = '']) => [name, number] as const);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(Object.entries(limits).map(([name, number]) => [name, number.toLocaleString('en-US')])),
    );
  });

  it('of contacts have the fields, policies, options and formats of the importer', () => {
    const fields = tableRows(section(docs, 'Fields')).flatMap(([, cell = '']) => quoted(cell));
    expect(fields.sort()).toEqual([...Object.keys(contacts.fields), contacts.catchAll].sort());
    expect(firstCells('Matching and duplicates').sort()).toEqual([...contacts.duplicatePolicies].sort());
    const options = tableRows(section(docs, 'Options')).map(([name = '', usual = '']) => [name, usual] as const);
    const defaults: Readonly<Record<string, unknown>> = contactOptions.parse({});
    const inCode = Object.keys(contactOptions.shape).map((name) => [`\`${name}\``, `\`${defaults[name]}\``]);
    expect(options).toEqual(inCode.map(([name, usual]) => [name, usual === '`undefined`' ? 'none' : usual]));
    for (const { name } of contacts.formats ?? []) expect(section(docs, 'Known formats')).toContain(name);
  });

  it('of events have the options of the importer', () => {
    const said = tableRows(section(docs, 'Options of events')).map(([name = '', usual = '']) => [name, usual]);
    const defaults: Readonly<Record<string, unknown>> = eventOptions.parse({});
    const usual = (name: string) => (defaults[name] === undefined ? 'none' : `\`${defaults[name]}\``);
    expect(said).toEqual(Object.keys(eventOptions.shape).map((name) => [`\`${name}\``, usual(name)]));
  });

  it('of an import have every status, count and mutation of the API', () => {
    const cells = [
      ...firstCells('What becomes of an import'),
      ...firstCells('Notifications'),
      ...firstCells('People, projects and keys'),
      ...firstCells('Look before you import'),
      ...firstCells('The review queue'),
      ...firstCells('Schedules'),
    ];
    const status = schema.getType('ImportStatus');
    const statuses = isEnumType(status) ? status.getValues().map(({ name }) => name) : [];
    const counts = membersOf('ImportCounts').filter((name) => name !== 'total');
    const mutations = membersOf('Mutation').filter((name) => name !== 'startImport');
    expect(cells.sort()).toEqual([...statuses, ...counts, ...mutations].sort());
  });

  it('of startImport have its fields', () => {
    const others = ['projectId', 'importer'];
    expect([...firstCells('Options of startImport'), ...others].sort()).toEqual(membersOf('StartImportInput').sort());
  });
});

function membersOf(name: string): string[] {
  const type = schema.getType(name);
  return type && 'getFields' in type ? Object.keys(type.getFields()) : [];
}

describe('the codes', () => {
  const named = new Set(quoted(section(docs, 'Errors')).filter((word) => /^[A-Z][A-Z_]+$/.test(word)));
  const server = factsOf('server');

  /** GraphQL's own, seen above, and one for each action, which are composed. */
  const notLiteral = /^(GRAPHQL_\w+|NOT_TO_\w+)$/;
  it('that are named stand in the code', () => {
    const texts = new Set([...server.flatMap((facts) => facts.texts), ...Object.keys(catalogue)]);
    expect([...named].filter((code) => !texts.has(code) && !notLiteral.test(code))).toEqual([]);
  });

  it('that a message can have are all on the page of messages (npm run schema renews it)', () => {
    expect(readProjectFile('docs/reference/messages.md')).toBe(printMessages());
  });
});

describe('what is pointed at', () => {
  const pages = [...userPages(), ...examplePages(), ...contributorPages()];
  const scripts = Object.keys(JSON.parse(readProjectFile('package.json')).scripts);

  it.each(pages)('is there: files, headings and scripts of %s', (page) => {
    const text = readProjectFile(page);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
    const run = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(run.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  it('is every page of docs/, from the README', () => {
    const linked = [...readProjectFile('README.md').matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link);
    expect(userPages().filter((page) => page !== 'README.md' && !linked.includes(page))).toEqual([]);
  });

  it('is read on one screen: the README has at most 200 lines', () => {
    expect(readProjectFile('README.md').split('\n').length).toBeLessThanOrEqual(200);
  });
});

function anchorsOf(page: string): string[] {
  return [...readProjectFile(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}
