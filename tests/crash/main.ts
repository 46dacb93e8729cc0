import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { complain, print } from '../../server/setup/output.ts';
import { allBlows, fewBlows } from './blows.ts';
import { createRandom } from './random.ts';
import { failuresOf, HEADING, lineOf, summaryOf, TARGET_MS } from './report.ts';
import { runCrashes } from './run.ts';

const usage = `Usage: npm run crash -- [--seed N] [--only TEXT] [--stands N] [--short]

Kills real processes at every statement that matters, compares what is left in the tables with a run in peace, and
exits with 1 when a row was lost or applied twice, or when an import stood longer than it may.

  --seed N      decides the file, the order and the places; a random one is printed
  --only TEXT   only the blows whose phase, statement, side and kind contain it: "retry", "plan: end COMMIT sent"
  --stands N    blows that fall side by side, each on a Postgres of its own (3)
  --short       the few blows of npm test`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    stands: { type: 'string', default: '3' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) print(usage);
else process.exitCode = await run();

async function run(): Promise<number> {
  const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
  const random = createRandom(seed);
  const blows = (values.short ? fewBlows(random) : allBlows(random)).filter(({ point, when, kind }) =>
    `${point.phase}: ${point.name} ${when} ${kind}`.includes(values.only),
  );
  if (!Number.isSafeInteger(seed) || blows.length === 0) {
    complain(usage);
    return 2;
  }
  // What was started notices that this process is gone, and ends itself.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  print(`seed ${seed}, ${blows.length} blows`, HEADING);
  const results = await runCrashes({
    seed,
    blows,
    stands: Number(values.stands),
    onResult: (one) => print(lineOf(one)),
  });
  print('', summaryOf(results));
  return results.some((result) => failuresOf(result, TARGET_MS).length > 0) ? 1 : 0;
}
