import { type ESTree, parseSync, Visitor } from 'vite';

/** A regular expression that a source file makes. */
export interface Pattern {
  /** File and line: server/config.ts:12. */
  readonly place: string;
  /** Null where its text is put together when the program runs, of more than the file's own constants. */
  readonly source: string | null;
  readonly flags: string;
  /** As it is written in the file. */
  readonly code: string;
}

/** Every regular expression of a source file: the literals, and what is given to RegExp. */
export function readPatterns(path: string, text: string): Pattern[] {
  const { program } = parseSync(path, text);
  const constants = constantsOf(program);
  const found: Pattern[] = [];
  const add = ({ start, end }: ESTree.Node, source: string | null, flags: string): void => {
    const line = text.slice(0, start).split('\n').length;
    found.push({ place: `${path}:${line}`, source, flags, code: text.slice(start, end) });
  };
  const addMade = (node: ESTree.NewExpression | ESTree.CallExpression): void => {
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
    const [source, flags] = node.arguments;
    const said = flags === undefined ? '' : textOf(flags, constants);
    add(node, said === null ? null : textOf(source, constants), said ?? '');
  };
  new Visitor({
    Literal: (node) => {
      if ('regex' in node) add(node, node.regex.pattern, node.regex.flags);
    },
    NewExpression: addMade,
    CallExpression: addMade,
  }).visit(program);
  return found;
}

type Constants = ReadonlyMap<string, string | null>;

/** What the file's constants are as texts, by name; null where a name stands for several, or for no text. */
function constantsOf(program: ESTree.Program): Constants {
  const constants = new Map<string, string | null>();
  new Visitor({
    VariableDeclaration: ({ kind, declarations }) => {
      for (const { id, init } of declarations) {
        if (id.type !== 'Identifier') continue;
        const value = kind === 'const' ? textOf(init, constants) : null;
        constants.set(id.name, constants.has(id.name) ? null : value);
      }
    },
  }).visit(program);
  return constants;
}

/** The text that an expression always gives; null where it may give several. */
function textOf(node: ESTree.Node | null | undefined, constants: Constants): string | null {
  if (node?.type === 'Literal') return 'regex' in node ? node.regex.pattern : String(node.value);
  if (node?.type === 'Identifier') return constants.get(node.name) ?? null;
  if (node?.type === 'TemplateLiteral') {
    const parts = node.quasis.flatMap((quasi, index) => {
      const inserted = node.expressions[index];
      return [quasi.value.cooked ?? null, inserted === undefined ? '' : textOf(inserted, constants)];
    });
    return joined(parts);
  }
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return null;
  return joined([textOf(node.left, constants), textOf(node.right, constants)]);
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join('');
}
