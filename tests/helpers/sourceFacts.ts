import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

/** What the rules of the architecture ask of one source file, taken from its syntax tree. */
export interface SourceFacts {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** As written, those for types included. */
  readonly imports: readonly string[];
  /** Texts of strings and templates; a template's values are left out. */
  readonly texts: readonly string[];
  /** Members such as `process.env` and `console.log` that are used. */
  readonly members: ReadonlySet<string>;
  /** Identifiers, those of types and properties included. */
  readonly names: ReadonlySet<string>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The facts of every source file written by hand under the folder ("server"). */
export function factsOf(folder: string): SourceFacts[] {
  return sourceFiles(folder).map(readFacts);
}

/** The paths of those files, from the root of the project. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => relative(root, join(root, folder, path)).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/(^|\/)(generated|node_modules|dist)\//.test(path));
}

function readFacts(path: string): SourceFacts {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: string[] = [];
  const texts: string[] = [];
  const members = new Set<string>();
  const names = new Set<string>();
  new Visitor({
    Identifier: (node) => void names.add(node.name),
    ImportDeclaration: (node) => void imports.push(node.source.value),
    ExportAllDeclaration: (node) => void imports.push(node.source.value),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) imports.push(node.source.value);
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') imports.push(String(node.source.value));
    },
    TSImportType: (node) => void imports.push(node.source.value),
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value);
    },
    TemplateLiteral: (node) => void texts.push(node.quasis.map((quasi) => quasi.value.cooked ?? '').join(' ')),
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      members.add(`${node.object.name}.${node.property.name}`);
    },
  }).visit(program);
  return { path, text, lines: text.split('\n').length, imports, texts, members, names };
}
