import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { testServer } from '../helpers/server.ts';

const server = testServer();

test.each(['viewer', null] as const)('every audit of GraphQL over HTTP passes, asked by %s', async (who) => {
  const own = who === null ? {} : { authorization: `Bearer ${server.keyOf(who)}` };
  const results = await auditServer({
    url: `${server.origin}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...init.headers, ...own } }),
  });
  expect(results.length).toBeGreaterThan(50);
  // Neither a MUST nor a SHOULD.
  expect(results.flatMap((each) => (each.status === 'ok' ? [] : [`${each.name}: ${each.reason}`]))).toEqual([]);
});
