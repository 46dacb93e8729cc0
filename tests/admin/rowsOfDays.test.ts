import { expect, test } from 'vitest';
import { ticksUpTo } from '../../admin/plugin/pages/overview/rowsOfDays.ts';

test.each([
  [0, [0]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [7_660, [0, 2_000, 4_000, 6_000, 8_000]],
  [1_000_000, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
] as const)('the lines of a chart that goes up to %i are at round numbers and reach above it', (highest, ticks) => {
  expect(ticksUpTo(highest)).toEqual(ticks);
});

test('however high it goes, there are few lines, whole rows apart, and the bars stay below the last', () => {
  for (let highest = 1; highest < 1e9; highest = Math.ceil(highest * 1.37)) {
    const ticks = ticksUpTo(highest);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
  }
});
