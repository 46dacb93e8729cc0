import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { type CommandLine, commandLine, workingFolder } from '../helpers/cli.ts';
import { cuttingProxy } from '../helpers/cuttingProxy.ts';
import { until } from '../helpers/until.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function inFolder(): Promise<{ sluice: CommandLine; folder: string }> {
  const folder = await workingFolder();
  return { sluice: commandLine(app, folder), folder };
}

const contacts = ['--importer', 'contacts'];

/** A CSV of 500 contacts, each line of about 24,000 bytes, with phones from `first` on. */
function people(first: number): string {
  const notes = 'x'.repeat(24_000);
  const lines = Array.from({ length: 500 }, (_, index) => `Ann,+1202${5_000_000 + first + index},${notes}`);
  return `First Name,Phone,Notes\n${lines.join('\n')}\n`;
}

describe('sluice import of a large file', () => {
  it('uploads a large file, and goes on where the line was cut', async () => {
    const { sluice, folder } = await inFolder();
    const line = await cuttingProxy(app.url);
    await writeFile(join(folder, 'large.csv'), people(0));
    // In the middle of the second piece.
    line.cutAfter(10_000_000);
    const done = await sluice(['import', 'large.csv', ...contacts], { url: line.url }).ended;
    expect(done).toMatchObject({ code: 0 });
    expect(done.answers[0]).toMatchObject({ event: 'started', sourceName: 'large.csv' });
    expect(done.answers.at(-1)).toMatchObject({ status: 'COMPLETED', counts: { total: 500, created: 500 } });
    // The first piece, of 8 MiB, went once.
    expect(line.sent()).toBeLessThan(12_012_000 + 8 * 1024 * 1024);
  });

  it('goes on with an upload after it was killed itself: the same command again', async () => {
    const { sluice, folder } = await inFolder();
    const line = await cuttingProxy(app.url);
    await writeFile(join(folder, 'large.csv'), people(1_000));
    line.holdAfter(10_000_000);
    const killed = sluice(['import', 'large.csv', ...contacts], { url: line.url });
    await until(() => line.isHolding(), { what: 'the upload to be in its middle' });
    killed.child.kill('SIGKILL');
    await killed.ended;
    line.release();
    const before = line.sent();
    const done = await sluice(['import', 'large.csv', ...contacts], { url: line.url }).ended;
    expect(done).toMatchObject({ code: 0, complaints: expect.stringContaining('Resumed the earlier upload') });
    expect(done.answers.at(-1)).toMatchObject({ counts: { created: 500 } });
    expect(line.sent() - before).toBeLessThan(5_000_000);
  });
});
