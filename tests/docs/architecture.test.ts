import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../server/engine/model/status.ts';
import { namedPaths, readProjectFile, section } from '../helpers/markdown.ts';
import { factsOf } from '../helpers/sourceFacts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readProjectFile('ARCHITECTURE.md');

describe('ARCHITECTURE.md', () => {
  it('is read in one sitting: it has at most 250 lines', () => {
    expect(page.split('\n').length).toBeLessThanOrEqual(250);
  });

  it('names only files that exist', () => {
    const named = namedPaths(page);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('draws every step of an import and no other', () => {
    const drawn = [...section(page, 'The life of an import').matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)];
    const inCode = Object.entries(STEPS).flatMap(([name, { from, to }]) => from.map((one) => `${one} ${to} ${name}`));
    expect(drawn.map(([, from, to, name]) => `${from} ${to} ${name}`).sort()).toEqual(inCode.sort());
  });
});

describe('the drawing of the layers', () => {
  const { folders, arrows } = readDrawing(section(page, 'The layers'));
  const imported = importsBetween(folders);

  it('has an arrow, or a way of arrows, for every import between its folders', () => {
    expect(imported.size).toBeGreaterThan(arrows.size);
    const missing = [...imported].filter((pair) => !isReachable(arrows, pair));
    expect(missing).toEqual([]);
  });

  it('has no arrow without an import', () => {
    expect([...arrows].filter((pair) => !imported.has(pair))).toEqual([]);
  });
});

interface Drawing {
  /** By the name of a node, which of the project's files it stands for. The first that matches a file counts. */
  readonly folders: ReadonlyMap<string, RegExp>;
  /** Each as "from to". */
  readonly arrows: ReadonlySet<string>;
}

function readDrawing(markdown: string): Drawing {
  const labels = new Map<string, string>();
  const arrows = new Set<string>();
  for (const [, line = ''] of markdown.matchAll(/^ {2}(\S.*)$/gm)) {
    const sides = line.split(' --> ').map((side) => side.split(' & ').map((node) => nodeOf(node, labels)));
    for (const from of sides[0] ?? []) for (const to of sides[1] ?? []) arrows.add(`${from} ${to}`);
  }
  // Longer paths first: "importers/NAME/graphql" before "importers/NAME".
  const sorted = [...labels].toSorted(([, one], [, other]) => other.length - one.length);
  return { folders: new Map(sorted.map(([name, label]) => [name, filesOf(label)])), arrows };
}

/** The name of a node such as `sdk["sdk: what authors import"]`, whose label begins with its folder. */
function nodeOf(text: string, labels: Map<string, string>): string {
  const [, name = '', label] = /^(\w+)(?:\["([^":]+).*"\])?$/.exec(text.trim()) ?? [];
  if (label !== undefined || !labels.has(name)) labels.set(name, label ?? name);
  return name;
}

function filesOf(label: string): RegExp {
  if (label === 'importers/features') return /^server\/importers\/(.+\/)?features?\.ts$/;
  if (label === 'app') return /^server\/app(\.ts$|\/)/;
  return new RegExp(`^${['admin', 'client'].includes(label) ? '' : 'server/'}${label.replace('NAME', '[^/]+')}/`);
}

function importsBetween(folders: ReadonlyMap<string, RegExp>): Set<string> {
  const nodeFor = (path: string) => [...folders].find(([, files]) => files.test(path))?.[0];
  const pairs = [...factsOf('server'), ...factsOf('admin')].flatMap(({ path, imports }) =>
    imports
      // The console takes the sample file of an importer, which is data.
      .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('?raw'))
      .map((specifier) => [nodeFor(path), nodeFor(join(dirname(path), specifier))] as const),
  );
  return new Set(pairs.flatMap(([from, to]) => (from && to && from !== to ? `${from} ${to}` : [])));
}

function isReachable(arrows: ReadonlySet<string>, pair: string): boolean {
  const [from = '', to = ''] = pair.split(' ');
  const reached = new Set([from]);
  for (const node of reached) {
    for (const arrow of arrows) {
      const [start, end = ''] = arrow.split(' ');
      if (start === node) reached.add(end);
    }
  }
  return reached.has(to);
}
