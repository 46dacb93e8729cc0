import { expect, it } from 'vitest';
import { fewBlows } from './blows.ts';
import { createRandom } from './random.ts';
import { faultsOf } from './report.ts';
import { runCrashes } from './run.ts';

const SEED = 20_261_121;

it('loses no row, applies none twice and moves on by itself, whoever dies at whatever statement', async () => {
  const blows = fewBlows(createRandom(SEED));
  const results = await runCrashes({ seed: SEED, blows, stands: 1 });
  const told = results.map((result) => {
    const { phase, name } = result.blow.point;
    return { blow: `${result.blow.kind} ${result.blow.when} ${phase}: ${name}`, faults: faultsOf(result, Infinity) };
  });
  expect(told).toHaveLength(blows.length);
  expect(told.filter(({ faults }) => faults.length > 0)).toEqual([]);
});
