import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markedBlocks, readProjectFile } from './markdown.ts';

const folder = fileURLToPath(new URL('../../examples', import.meta.url));

export const EXAMPLES: readonly string[] = readdirSync(folder);

/** Copies the files of an example into a folder, without what was built in it. */
export function copyExample(name: string, target: string): void {
  cpSync(join(folder, name), target, { recursive: true, filter: (path) => basename(path) !== 'dist' });
}

/** What the README of an example says to run, from the root of the project. */
export function commandOf(name: string): string {
  const command = markedBlocks(readProjectFile(`examples/${name}/README.md`)).find(({ mark }) => mark === 'run');
  if (!command) throw new Error(`examples/${name}/README.md says nothing to run.`);
  return command.text;
}
