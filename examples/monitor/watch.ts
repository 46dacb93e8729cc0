import { EventSource } from 'eventsource';

const { SLUICE_URL, SLUICE_API_KEY } = process.env;
const query = 'subscription ($id: ID!) { importProgress(id: $id) { status percent } }';
const variables = JSON.stringify({ id: process.argv[2] });
const events = new EventSource(`${SLUICE_URL}/graphql?${new URLSearchParams({ query, variables })}`, {
  fetch: (url, init) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${SLUICE_API_KEY}` } }),
});
events.addEventListener('next', ({ data }) => console.log(JSON.parse(data).data.importProgress));
// Without this it would connect again, and hear the last snapshot once more.
events.addEventListener('complete', () => events.close());
