import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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

/** Every page for users, by its path from the project's root. Decisions are for people who work on Sluice. */
export function userPages(): string[] {
  const docs = fileURLToPath(new URL('../../docs', import.meta.url));
  const found = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'));
  return [...READING_ORDER, ...found.filter((path) => !READING_ORDER.includes(path)).sort()];
}

/** All pages for users as one text. A heading is unique in it. */
export function userDocs(): string {
  return userPages().map(readProjectFile).join('\n');
}
