import { describe, expect, it } from 'vitest';
import { userDocs } from '../helpers/docs.ts';
import { EXAMPLES } from '../helpers/examples.ts';
import { markedBlocks, readProjectFile } from '../helpers/markdown.ts';

describe('an example', () => {
  const shown = markedBlocks(userDocs()).flatMap(({ mark, text }) => {
    const [, path] = /^file: (.+)$/.exec(mark) ?? [];
    return path === undefined ? [] : [{ path, text }];
  });

  it.each(shown)('has the text that the guide shows: $path', ({ path, text }) => {
    expect(`${text}\n`).toBe(readProjectFile(path));
  });

  it.each(EXAMPLES)('is shown by a guide, to which its README leads: %s', (name) => {
    expect(shown.filter(({ path }) => path.startsWith(`examples/${name}/`))).not.toEqual([]);
    expect(readProjectFile(`examples/${name}/README.md`)).toContain('](../../docs/guides/');
  });
});
