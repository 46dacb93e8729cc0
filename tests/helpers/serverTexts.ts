import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { factsOf } from './sourceFacts.ts';

/** A text in the server's source. */
export interface ServerText {
  /** Its file. */
  readonly path: string;
  /** With HOLE where the code puts something in. */
  readonly text: string;
  /** Said to programmers: a description of the schema, or an error that clients never see. */
  readonly internal: boolean;
}

/** What stands for a value in a text. */
export const HOLE = '\0';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Each text of the server's source under the folder, with the pieces that `+` joins made one. */
export function serverTexts(folder: string): ServerText[] {
  return factsOf(folder).flatMap(({ path }) => {
    const source = readFileSync(join(root, path), 'utf8');
    const found: ServerText[] = [];
    collect(parseSync(path, source).program, false, (text, internal) => found.push({ path, text, internal }));
    return found;
  });
}

type Found = (text: string, internal: boolean) => void;

function collect(node: unknown, internal: boolean, found: Found): void {
  if (Array.isArray(node)) for (const each of node) collect(each, internal, found);
  if (!isNode(node)) return;
  const text = textOf(node);
  if (text !== null) found(text, internal);
  const joined = text !== null && node.type === 'BinaryExpression';
  for (const [name, child] of Object.entries(node)) {
    if (!joined) collect(child, internal || isInternal(node, name), found);
  }
}

function isInternal(node: Record<string, unknown>, name: string): boolean {
  if (node.type === 'NewExpression') return isNode(node.callee) && node.callee.name === 'Error';
  if (node.type === 'Property') return isNode(node.key) && node.key.name === 'description';
  if (node.type !== 'CallExpression' || name !== 'arguments' || !isNode(node.callee)) return false;
  return isNode(node.callee.property) && node.callee.property.name === 'describe';
}

/** Null for what is no text. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
    return node.quasis.map((quasi) => (isNode(quasi) && isNode(quasi.value) ? quasi.value.cooked : '')).join(HOLE);
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === null || right === null ? null : left + right;
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
