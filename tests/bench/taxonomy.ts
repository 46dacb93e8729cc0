import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePort } from '../../server/database/freePort.ts';
import { buildHierarchy } from '../../server/importers/taxonomy/buildHierarchy.ts';
import { print } from '../../server/setup/output.ts';
import { until } from '../helpers/until.ts';
import { startSluice } from './sluice.ts';

/**
 * `node tests/bench/taxonomy.ts [FILE ...]`: files hold a URL in each line; without any, sizes and shapes made here.
 */
const files = process.argv.slice(2);
const FULL = 10_000;

/** All go into one project, each to a site of its own. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ...[100, 1_000, 5_000, FULL].map((size) => [`tree of ${size}`, tree(size)] as const),
  ['one parent', ['https://a.org/', ...numbers(FULL - 1).map((n) => `https://a.org/page-${n}`)]],
  ['17 deep, linked', numbers(FULL).map((n) => `https://a.org/s${n % 600}${levels(Math.floor(n / 600))}`)],
  ['17 deep, nothing between', numbers(FULL).map((n) => `https://a.org/s${n}${levels(16)}`)],
  ['10,000 hosts', numbers(FULL).map((n) => `https://host-${n}.org/a/b`)],
];

function tree(size: number): string[] {
  const urls = ['https://a.org/'];
  for (let at = 0; urls.length < size; at += 1) {
    const parent = (urls[at] ?? '').replace(/\/$/, '');
    urls.push(...numbers(Math.min(8, size - urls.length)).map((n) => `${parent}/page-${n}`));
  }
  return urls;
}

function levels(count: number): string {
  return numbers(count)
    .map((level) => `/level-${level}`)
    .join('');
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const START = `mutation ($projectId: ID!, $rows: [JSON!]!) {
  startImport(input: { projectId: $projectId, importer: "taxonomy", source: { rows: $rows } }) {
    __typename ... on Error { message } ... on StartImportSuccess { data { id } } } }`;
const WATCH = `query ($id: ID!) { import(id: $id) { status statusReason { text } finishedAt counts { created unchanged failed } } }`;

type Ask = (query: string, variables: Record<string, unknown>) => Promise<Record<string, unknown>>;

async function bench(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  const [port, apiKey] = [await freePort(), `slk_${randomBytes(24).toString('hex')}`];
  const server = await startSluice('serve', {
    PORT: String(port),
    SLUICE_DATA_DIR: join(home, 'data'),
    SLUICE_ADMIN_API_KEY: apiKey,
    SLUICE_LOG_LEVEL: 'warn',
  });
  try {
    const given = await Promise.all(
      files.map(async (file) => [basename(file), (await readFile(file, 'utf8')).split('\n').filter(Boolean)] as const),
    );
    for (const [index, [name, urls]] of (files.length > 0 ? given : shapes).entries()) {
      const own = urls.map((url) => url.replace('https://a.org', `https://shape-${index}.org`));
      await measure(name, own, asker(`http://127.0.0.1:${port}/graphql`, apiKey));
    }
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function asker(url: string, apiKey: string): Ask {
  return async (query, variables) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
}

async function measure(name: string, urls: readonly string[], ask: Ask): Promise<void> {
  const before = process.cpuUsage();
  const { statistics, warnings } = buildHierarchy(urls);
  const { user, system } = process.cpuUsage(before);
  const began = performance.now();
  const started = JSON.stringify(await ask(START, { projectId: 'demo', rows: urls.map((url) => ({ url })) }));
  const id = /"id":"([^"]+)"/.exec(started)?.[1];
  if (id === undefined) throw new Error(started);
  const ended = await until(
    async () => {
      const { import: now } = await ask(WATCH, { id });
      return JSON.stringify(now).includes('"finishedAt":null') ? null : now;
    },
    { what: 'the import to end', deadlineMs: 600_000 },
  );
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const codes = Object.entries(Object.groupBy(warnings, ({ code }) => code));
  print(
    `${name}: ${urls.length} URLs, imported in ${seconds} s, buildHierarchy ${(user + system) / 1_000} ms of CPU (load ${loadavg()[0]?.toFixed(1)})`,
    `  ${JSON.stringify(ended)}`,
    `  ${JSON.stringify(statistics)} ${codes.map(([code, list]) => `${code} ${list?.length}`).join(', ')}`,
    '',
  );
}

await bench();
