import { expect, it } from 'vitest';
import { allBlows } from '../crash/blows.ts';
import { createRandom } from '../crash/random.ts';
import { describeErrors } from '../crash/report.ts';
import { runCrashes } from '../crash/run.ts';
import { PATIENCE_MS } from '../helpers/patience.ts';

const SEED = 20_261_130;

const BLOWS = allBlows(createRandom(SEED));

it(
  'loses no row, applies none twice and moves on by itself, at every statement where a process can die',
  async () => {
    const results = await runCrashes({ seed: SEED, blows: BLOWS, stands: 2 });
    expect(results).toHaveLength(BLOWS.length);
    expect(describeErrors(results)).toEqual([]);
  },
  BLOWS.length * PATIENCE_MS,
);
