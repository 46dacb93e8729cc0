import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../helpers/patience.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../..');

/** What the compiler and the console are made of. */
const NEEDED = ['server', 'client', 'admin', 'package.json', 'tsconfig.json', 'codegen.ts'];
const FOLDERS = ['server/importers', 'admin/plugin/importers'];
/** The lists of importers, and of their texts. */
const LISTS = [
  ...['server/importers/features.ts', 'admin/plugin/importers/features.ts'],
  ...['admin/plugin/i18n/en.ts', 'admin/plugin/i18n/de.ts'],
];

/** Each with types of its own. */
const SHIPPED = [
  { importer: 'taxonomy', types: ['TaxonomyNode', 'TaxonomyFilter'] },
  { importer: 'contacts', types: ['Contact', 'ContactList', 'ContactOrder'] },
  { importer: 'events', types: ['Event', 'Venue', 'EntityFilter'] },
];

describe.each(SHIPPED)('without the folders of $importer', ({ importer, types }) => {
  let copy: string;
  const work = (file: string, ...args: string[]) => run(process.execPath, [file, ...args], { cwd: copy });
  const packaged = (name: string) => path.join(root, 'node_modules/.bin', name);

  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), 'sluice-without-'));
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const isBuilt = (from: string) => path.relative(root, from).startsWith(path.join('admin', 'dist'));
    for (const part of NEEDED) {
      await mkdir(path.dirname(path.join(copy, part)), { recursive: true });
      await cp(path.join(root, part), path.join(copy, part), { recursive: true, filter: (from) => !isBuilt(from) });
    }
    for (const folder of FOLDERS) await rm(path.join(copy, folder, importer), { recursive: true });
    for (const list of LISTS) {
      const file = path.join(copy, list);
      const text = await readFile(file, 'utf8');
      await writeFile(file, without(text, importer));
    }
  }, 3 * PATIENCE_MS);
  afterAll(() => rm(copy, { recursive: true }));

  it(
    'compiles, has no type of its own in the API, and a console that compiles and asks for nothing of it',
    async () => {
      await work(packaged('tsc'));
      await work('server/app/printSchema.ts');
      const schema = buildSchema(await readFile(path.join(copy, 'server/graphql/schema.graphql'), 'utf8'));
      expect(types.filter((name) => schema.getType(name))).toEqual([]);
      // The review queue is every importer's.
      expect(schema.getType('EntityMatch')).toBeDefined();
      // Refuses a document that asks for what the API has not.
      await work(packaged('graphql-codegen'));
      await work(packaged('tsc'), '-p', 'admin');
    },
    12 * PATIENCE_MS,
  );
});

/** The list without the importer: its import, and its name among the others. */
function without(list: string, importer: string): string {
  return list
    .split('\n')
    .filter((line) => !new RegExp(`from '.*/${importer}/`).test(line))
    .join('\n')
    .replace(new RegExp(`\\b${importer}(Feature|Texts)\\b,?`), '');
}
