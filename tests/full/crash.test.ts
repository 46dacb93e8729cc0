import { expect, it } from 'vitest';
import { allBlows } from '../crash/blows.ts';
import { createRandom } from '../crash/random.ts';
import { describeErrors } from '../crash/report.ts';
import { runCrashes } from '../crash/run.ts';

const SEED = 20_261_130;

it('loses no row, applies none twice and moves on by itself, at every statement where a process can die', async () => {
  const blows = allBlows(createRandom(SEED));
  const results = await runCrashes({ seed: SEED, blows, stands: 2 });
  expect(results).toHaveLength(blows.length);
  expect(describeErrors(results)).toEqual([]);
});
