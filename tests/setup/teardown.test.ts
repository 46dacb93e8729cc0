import { describe, expect, it } from 'vitest';
import { createTeardown } from '../../server/setup/teardown.ts';

describe('a teardown', () => {
  it('stops the last first, and everything once', async () => {
    const stopped: string[] = [];
    const teardown = createTeardown();
    for (const name of ['database', 'jobs', 'server']) {
      teardown.add(name, async () => {
        stopped.push(name);
      });
    }
    await Promise.all([teardown.run(), teardown.run()]);
    expect(stopped).toEqual(['server', 'jobs', 'database']);
  });

  it('stops the rest when one fails, and then says which did', async () => {
    const stopped: string[] = [];
    const teardown = createTeardown();
    teardown.add('The database', async () => {
      stopped.push('database');
    });
    teardown.add('The server', () => Promise.reject(new Error('a client hangs')));
    await expect(teardown.run()).rejects.toThrow('The server did not stop: Error: a client hangs');
    expect(stopped).toEqual(['database']);
  });
});
