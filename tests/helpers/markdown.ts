import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A fenced block that a comment before it says something about: `<!-- test -->`. */
export interface MarkedBlock {
  readonly mark: string;
  readonly language: string;
  readonly text: string;
}

/** The text of a file of the project, by its path from the root. */
export function readProjectFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

export function markedBlocks(markdown: string): MarkedBlock[] {
  return [...markdown.matchAll(/^<!-- (.+) -->\n```(\w+)\n([\s\S]*?)\n```$/gm)].map(
    ([, mark = '', language = '', text = '']) => ({ mark, language, text }),
  );
}

/** What stands under a heading, up to the next of any level. Throws where there is no such heading. */
export function section(markdown: string, heading: string): string {
  const [, ...rest] = markdown.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (rest[0] === undefined) throw new Error(`There is no heading "${heading}".`);
  return rest[0].split(/^#+ /m)[0] ?? '';
}

/** The rows of all tables of a text, cell by cell, without their heads. */
export function tableRows(markdown: string): string[][] {
  const rows = markdown.matchAll(/^\|(.+)\|$/gm).map(([, cells = '']) => cells.split('|').map((cell) => cell.trim()));
  return [...rows].filter((cells, index, all) => !isRule(cells) && !isRule(all[index + 1] ?? []));
}

/** The words in bold. */
export function inBold(markdown: string): string[] {
  return [...markdown.matchAll(/\*\*(.+?)\*\*/g)].map(([, word = '']) => word);
}

/** The words in back quotes. */
export function quoted(markdown: string): string[] {
  return [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
}

/** The files and folders of the project that stand in back quotes: paths from its root. */
export function namedPaths(markdown: string): string[] {
  return quoted(markdown).filter((text) => /^(?:server|admin|tests|prisma|docs|examples)\/[^\s…]*$/.test(text));
}

function isRule(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^-+$/.test(cell));
}
