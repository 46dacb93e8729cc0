import { expect, it } from 'vitest';
import { fewBlows } from './blows.ts';
import { createRandom } from './random.ts';
import { describeErrors } from './report.ts';
import { runCrashes } from './run.ts';

const SEED = 20_261_121;

it('loses no row, applies none twice and moves on by itself, whoever dies at whatever statement', async () => {
  const blows = fewBlows(createRandom(SEED));
  const results = await runCrashes({ seed: SEED, blows, stands: 1 });
  expect(results).toHaveLength(blows.length);
  expect(describeErrors(results)).toEqual([]);
});
