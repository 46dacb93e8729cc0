import { expect, test } from 'vitest';
import { matchText } from '../../server/sdk/index.ts';

test.each([
  ['Café  Müller', 'cafe muller'],
  ['Q\u2011Ballroom\u00a0/ EPIC\u200b', 'q ballroom epic'],
  ['Milton & Corin', 'milton and corin'],
  ['Hugo’s  Hall', 'hugos hall'],
  ['\ufeffÉcole\u200d', 'ecole'],
  ['タンゴ', 'タンコ'],
  ['!!!', '!!!'],
  ['\u200b', ''],
])('%j is compared as %j', (name, text) => {
  expect(matchText(name)).toBe(text);
});
