/** Longer ones are no name of a sitemap's. */
const NAME = /<([\w.:-]{1,100})[\s/>]/y;
const SPACE = /\s*/y;

/** What may stand before the root, by how it begins and what ends it. A document type here has no declarations of its own. */
const BEFORE_ROOT = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const;

/**
 * The name of the root element of an XML text that may be cut off; null where there is none. Goes forward only: a
 * pattern for all that may stand before a root tries each way in which a comment might end within another, which is one
 * more for each "-->".
 */
export function rootName(text: string): string | null {
  for (let at = skipSpace(text, 0); ; ) {
    const mark = BEFORE_ROOT.find(([begin]) => text.startsWith(begin, at));
    if (mark === undefined) return nameAt(text, at);
    const [begin, end] = mark;
    const found = text.indexOf(end, at + begin.length);
    if (found < 0) return null;
    at = skipSpace(text, found + end.length);
  }
}

/** Without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function nameAt(text: string, at: number): string | null {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[1] ?? null;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}
