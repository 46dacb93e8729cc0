import type { ListedTable } from './store/tables.ts';

/** What Prisma's schema says of a column, and the catalogue does not. */
export interface PrismaField {
  /** How the application calls it. */
  readonly name: string;
  /** The function of its default: cuid, uuid, now, autoincrement ... Null where it has none. */
  readonly filledBy: string | null;
  /** Prisma's client sets it at each change. */
  readonly isUpdatedAt: boolean;
}

/** A model, by the columns of its table. */
export interface PrismaModel {
  readonly fields: ReadonlyMap<string, PrismaField>;
  /** How the application calls the record that a column with a key leads to. */
  readonly relations: ReadonlyMap<string, string>;
}

interface Line {
  readonly name: string;
  readonly attributes: string;
}

/** The model of a table; null where the schema has none. Reads the lines of models, and nothing else. */
export function readPrismaModel(schema: string, table: ListedTable): PrismaModel | null {
  for (const { name, lines } of modelsOf(schema)) {
    const attributes = lines.filter((line) => line.startsWith('@@')).join('\n');
    const inSchema = textIn(attributes, /@@schema\(\s*"([^"]*)"/);
    const inTable = textIn(attributes, /@@map\(\s*(?:name:\s*)?"([^"]*)"/) ?? name;
    if (inTable === table.name && (inSchema === null || inSchema === table.schema)) return modelOf(lines);
  }
  return null;
}

function modelsOf(schema: string) {
  const models: { readonly name: string; readonly lines: string[] }[] = [];
  let open = false;
  for (const line of schema.split(/\r?\n/).map((each) => withoutComment(each).trim())) {
    const [, name] = /^model (\w+) ?\{$/.exec(line.replaceAll(/\s+/g, ' ')) ?? [];
    if (name !== undefined) models.push({ name, lines: [] });
    if (name !== undefined || line.startsWith('}')) open = name !== undefined;
    else if (open && line !== '') models.at(-1)?.lines.push(line);
  }
  return models;
}

/** The line up to a `//` that stands in no text. */
function withoutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (!quoted && line.startsWith('//', at)) return line.slice(0, at);
  }
  return line;
}

function modelOf(lines: readonly string[]): PrismaModel {
  const parsed = lines.flatMap((line): Line[] => {
    const [name = '', type, ...attributes] = line.split(/\s+/);
    return type === undefined || !/^\w+$/.test(name) ? [] : [{ name, attributes: attributes.join(' ') }];
  });
  const columns = new Map(parsed.map((line) => [line.name, columnOf(line)]));
  const fields = parsed.map(({ name, attributes }): [string, PrismaField] => [
    columns.get(name) ?? name,
    {
      name,
      filledBy: textIn(attributes, /@default\(\s*(\w+)\(/),
      isUpdatedAt: /@updatedAt\b/.test(attributes),
    },
  ]);
  const relations = parsed.flatMap(({ name, attributes }): [string, string][] => {
    const key = textIn(attributes, /\bfields:\s*\[\s*(\w+)\s*\]/);
    return key === null ? [] : [[columns.get(key) ?? key, name]];
  });
  return { fields: new Map(fields), relations: new Map(relations) };
}

function columnOf({ name, attributes }: Line): string {
  return textIn(attributes, /@map\(\s*(?:name:\s*)?"([^"]*)"/) ?? name;
}

function textIn(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
