import { describe, expect, it } from 'vitest';
import { quoted, readProjectFile, section, tableRows } from './helpers/markdown.ts';
import { factsOf } from './helpers/sourceFacts.ts';

const unused = tableRows(section(readProjectFile('docs/glossary.md'), 'Words that are not used')).flatMap(
  ([old = '']) => quoted(old),
);

/** The words of an identifier: "runLane" is run and lane. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);

/** Whether the words of the one stand in those of the other, next to each other. */
function contains(name: string, part: string): boolean {
  const [all, wanted] = [wordsOf(name), wordsOf(part)];
  return all.some((_, start) => wanted.every((word, offset) => all[start + offset] === word));
}

describe('the glossary', () => {
  it('names words that are not used', () => {
    expect(unused.length).toBeGreaterThan(20);
    expect([contains('createRunLane', 'runLane'), contains('runLanes', 'runLane')]).toEqual([true, false]);
  });

  it('is kept: no identifier has such a word', () => {
    const offences = [...factsOf('server'), ...factsOf('admin')].flatMap(({ path, names }) =>
      [...names].filter((name) => unused.some((word) => contains(name, word))).map((name) => `${path}: ${name}`),
    );
    expect(offences).toEqual([]);
  });
});
