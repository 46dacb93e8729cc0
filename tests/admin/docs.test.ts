import { expect, test } from 'vitest';
import { en } from '../../admin/plugin/i18n/en.ts';
import { userDocs } from '../helpers/docs.ts';
import { inBold, section } from '../helpers/markdown.ts';

test.each(['The same in the console', 'The console'])('what the docs have in bold is on the pages: %s', (heading) => {
  const words = textsOf(en);
  const bold = inBold(section(userDocs(), heading));
  expect(bold.length).toBeGreaterThan(4);
  expect(bold.filter((word) => !words.includes(word))).toEqual([]);
});

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((word) => (typeof word === 'string' ? word : textsOf(word)));
}
