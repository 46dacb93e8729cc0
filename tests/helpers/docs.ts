import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXAMPLES } from './examples.ts';
import { readProjectFile } from './markdown.ts';

/** The pages whose examples build on each other, in the order in which a newcomer reads them. */
const READING_ORDER = [
  'README.md',
  'docs/start.md',
  'docs/reference/imports.md',
  'docs/guides/dry-run-and-undo.md',
  'docs/guides/failed-rows.md',
  'docs/reference/cli.md',
  'docs/guides/scripting.md',
  'docs/guides/access.md',
];

/** What is for people who work on Sluice. */
const OF_CONTRIBUTORS = ['docs/decisions/', 'docs/contributing/'];

/** Every page for users, by its path from the project's root. */
export function userPages(): string[] {
  const docs = fileURLToPath(new URL('../../docs', import.meta.url));
  const found = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !OF_CONTRIBUTORS.some((part) => path.startsWith(part)));
  return [...READING_ORDER, ...found.filter((path) => !READING_ORDER.includes(path)).sort()];
}

/** The READMEs of the examples, which are no part of the text of all pages. */
export function examplePages(): string[] {
  return EXAMPLES.map((name) => `examples/${name}/README.md`);
}

/** All pages for users as one text. A heading is unique in it. */
export function userDocs(): string {
  return userPages().map(readProjectFile).join('\n');
}

/** Every page for people who work on Sluice, but the records of decisions, which have a test of their own. */
export function contributorPages(): string[] {
  const folder = fileURLToPath(new URL('../../docs/contributing', import.meta.url));
  const pages = readdirSync(folder).map((name) => `docs/contributing/${name}`);
  return [...pages, 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/decisions/README.md'];
}
