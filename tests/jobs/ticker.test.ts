import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createTicker, type Ticker } from '../../server/jobs/ticker.ts';
import { until } from '../helpers/until.ts';

/** Work whose runs end when the test says so. */
function heldWork() {
  const ends: PromiseWithResolvers<void>[] = [];
  let most = 0;
  let open = 0;
  return {
    run: async (): Promise<void> => {
      const end = Promise.withResolvers<void>();
      ends.push(end);
      open += 1;
      most = Math.max(most, open);
      await end.promise.finally(() => {
        open -= 1;
      });
    },
    runs: () => ends.length,
    mostAtOnce: () => most,
    end: (index: number) => ends[index]?.resolve(),
    fail: (index: number) => ends[index]?.reject(new Error('the work broke')),
  };
}

let ticker: Ticker;
const lines: string[] = [];
const log = pino(
  new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  }),
);
const tickerOf = (work: ReturnType<typeof heldWork>, isDelayed = false, everyMs = 1): Ticker =>
  createTicker({ everyMs, isDelayed, run: work.run, log, failure: 'the work is tried again' });

afterEach(() => ticker.stop());

describe('a ticker', () => {
  it('runs at once, and its start waits for that run', async () => {
    const work = heldWork();
    ticker = tickerOf(work, false, 3_600_000);
    const started = ticker.start().then(() => 'started');
    expect(work.runs()).toBe(1);
    expect(await Promise.race([started, Promise.resolve('running')])).toBe('running');
    work.end(0);
    expect(await started).toBe('started');
  });

  it('leaves its first run to the interval where it is delayed', async () => {
    const work = heldWork();
    ticker = tickerOf(work, true);
    await ticker.start();
    expect(work.runs()).toBe(0);
    await until(() => work.runs() === 1, { what: 'the first run' });
    work.end(0);
  });

  it('never runs twice at once, and runs again afterwards', async () => {
    const work = heldWork();
    ticker = tickerOf(work);
    const started = ticker.start();
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 1);
    await until(() => ticks > 20, { what: 'an interval that would have run the work many times' });
    clearInterval(clock);
    expect(work.runs()).toBe(1);
    work.end(0);
    await started;
    await until(() => work.runs() === 2, { what: 'the second run' });
    work.end(1);
    await ticker.stop();
    expect(work.mostAtOnce()).toBe(1);
  });

  it('logs a run that fails, and goes on', async () => {
    const work = heldWork();
    ticker = tickerOf(work);
    const started = ticker.start();
    work.fail(0);
    await started;
    expect(lines.join('')).toContain('the work is tried again');
    expect(lines.join('')).toContain('the work broke');
    await until(() => work.runs() === 2, { what: 'the second run' });
    work.end(1);
  });

  it('waits for the run in progress when it stops, and starts no other', async () => {
    const work = heldWork();
    ticker = tickerOf(work);
    void ticker.start();
    const stopped = ticker.stop().then(() => 'stopped');
    expect(await Promise.race([stopped, Promise.resolve('waiting')])).toBe('waiting');
    work.end(0);
    expect(await stopped).toBe('stopped');
    expect(work.runs()).toBe(1);
  });
});
