import { describe, expect, it } from 'vitest';
import { quoted, readProjectFile, section, tableRows } from './helpers/markdown.ts';
import { factsOf } from './helpers/sourceFacts.ts';

const unused = tableRows(section(readProjectFile('docs/glossary.md'), 'Words that are not used')).flatMap(
  ([old = '']) => quoted(old),
);

/** The words of an identifier between spaces: "runLane" is " run lane ". */
const wordsOf = (name: string) => ` ${name.replace(/([a-z0-9])([A-Z])|_/g, '$1 $2').toLowerCase()} `;

const unusedWords = unused.map(wordsOf);

const isUnused = (name: string) => {
  const words = wordsOf(name);
  return unusedWords.some((word) => words.includes(word));
};

describe('the glossary', () => {
  it('names words that are not used', () => {
    expect(unused.length).toBeGreaterThan(20);
    expect(['runLane', 'createRunLane', 'RUN_LANE', 'runLanes'].map(isUnused)).toEqual([true, true, true, false]);
  });

  it('is kept: no identifier has such a word', () => {
    const facts = [...factsOf('server'), ...factsOf('admin')];
    // Each name once: most stand in many files.
    const names = new Set(facts.flatMap((file) => [...file.names]));
    const wrong = [...names].filter(isUnused);
    const offences = facts.flatMap((file) =>
      wrong.filter((name) => file.names.has(name)).map((name) => `${file.path}: ${name}`),
    );
    expect(offences).toEqual([]);
  });
});
