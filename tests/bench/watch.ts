import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Run as a process of its own: node watch.ts ORIGIN KEY IMPORT COUNT. Says when all watch, and how often they were told. */
const [origin = '', apiKey = '', id = '', count = ''] = process.argv.slice(2);
const headers = { authorization: `Bearer ${apiKey}` };
const query = `subscription ($id: ID!) { importProgress(id: $id) {
  status percent revision counts { total created updated unchanged failed pending } errorSummary { code count } } }`;
/** Operations of one socket. */
const OF_A_SOCKET = 50;

let told = 0;
let watching = 0;

async function watch(events: AsyncIterable<unknown>): Promise<void> {
  let first = true;
  for await (const _ of events) {
    told += 1;
    if (first) watching += 1;
    first = false;
    if (watching === Number(count)) {
      watching = Number.NaN;
      process.stdout.write('watching\n');
    }
  }
}

const sse = createSseClient({ url: `${origin}/graphql`, headers });
const sockets = Array.from({ length: Math.ceil(Number(count) / 2 / OF_A_SOCKET) }, () =>
  createWsClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headers,
  }),
);
const asked = { query, variables: { id } };
await Promise.all(
  Array.from({ length: Number(count) }, (_, index) => {
    const socket = sockets[Math.floor(index / 2) % sockets.length];
    return watch(index % 2 === 0 || !socket ? sse.iterate(asked) : socket.iterate(asked));
  }),
);
process.stdout.write(`told ${told}\n`);
sse.dispose();
for (const socket of sockets) await socket.dispose();
