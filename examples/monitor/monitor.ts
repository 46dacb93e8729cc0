import { createClient } from 'graphql-ws';

const { SLUICE_URL = 'http://localhost:4000', SLUICE_API_KEY, SLUICE_PROJECT = 'demo' } = process.env;
const ENDED = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE'];
const client = createClient({
  url: `${SLUICE_URL.replace(/^http/, 'ws')}/graphql`,
  connectionParams: { authorization: `Bearer ${SLUICE_API_KEY}` },
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});
const query = 'subscription ($id: ID!) { projectImports(projectId: $id) { id status percent counts { failed } } }';
interface Event {
  projectImports: { id: string; status: string; percent: number; counts: { failed: number } };
}
const running = new Set<string>();
for await (const { data, errors } of client.iterate<Event>({ query, variables: { id: SLUICE_PROJECT } })) {
  if (!data) throw new Error(errors?.[0]?.message);
  const { id, status, percent, counts } = data.projectImports;
  console.log(`${id} ${status} ${Math.floor(percent)} %, ${counts.failed} failed`);
  if (ENDED.includes(status)) running.delete(id);
  else running.add(id);
  // To monitor without end, remove this line.
  if (running.size === 0) break;
}
