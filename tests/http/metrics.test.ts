import { describe, expect, it } from 'vitest';
import { runChunks } from '../../server/engine/apply/runChunks.ts';
import { planImport } from '../../server/engine/plan/planImport.ts';
import { createMetrics } from '../../server/metrics/createMetrics.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { testServer } from '../helpers/server.ts';

const ROWS = csv(['Ada', '+12025550101', ''], ['', '+12025550102', ''], ['Bob', '+12025550103', '']);

describe('metrics of a server without a token', () => {
  const server = testServer();
  const get = (headers: Record<string, string> = {}) => fetch(`${server.origin}/metrics`, { headers });

  it('tell this machine of imports, rows, jobs, watchers and the event loop', async () => {
    await server.engine.start({ source: ROWS });
    await server.engine.start({ source: ROWS, mode: 'ASYNC' });
    const response = await get();
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await response.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'sluice_imports{status="COMPLETED_WITH_ERRORS"} 1',
        'sluice_imports{status="QUEUED"} 1',
        'sluice_rows{outcome="created"} 2',
        'sluice_rows{outcome="failed"} 1',
        'sluice_jobs{queue="plan",state="created"} 1',
        'sluice_watchers 0',
      ]),
    );
    expect(lines.some((line) => line.startsWith('nodejs_eventloop_lag_p99_seconds '))).toBe(true);
  });

  it('are not there for a request that came through a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect((await get({ [header]: '127.0.0.1' })).status).toBe(404);
    }
    expect((await get({ authorization: 'Bearer null', 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
  });
});

describe('metrics of a server with a token', () => {
  const server = testServer({ metricsToken: 'a token for Prometheus' });

  it('are there for whoever has it, through a proxy too, and for nobody else', async () => {
    const get = async (headers: Record<string, string>) =>
      (await fetch(`${server.origin}/metrics`, { headers })).status;
    expect(await get({ authorization: 'Bearer a token for Prometheus', 'x-forwarded-for': '203.0.113.9' })).toBe(200);
    expect(await get({ authorization: 'Bearer another' })).toBe(404);
    expect(await get({ authorization: `Bearer ${server.keyOf('admin')}` })).toBe(404);
    expect(await get({})).toBe(404);
  });
});

describe('durations of chunks', () => {
  const test = testEngine();

  it('are those of the chunks that were applied', async () => {
    const metrics = createMetrics(test.context.database, 'sluice');
    const context = { ...test.context, chunkApplied: metrics.chunkApplied };
    const id = await test.start({ source: ROWS, chunkSize: 1, mode: 'ASYNC' });
    const { signal } = new AbortController();
    await planImport(context, id, signal);
    await runChunks(context, id, { signal, deadline: null });
    const { text } = await metrics.scrape();
    expect(text).toContain('sluice_chunk_duration_seconds_count 3');
    expect(text).toMatch(/sluice_chunk_duration_seconds_sum 0\.\d/);
  });
});
