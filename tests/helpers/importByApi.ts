import type { RunningApp } from './app.ts';
import { until } from './until.ts';

interface Started {
  readonly id: string;
  readonly status: string;
}

const ENDED = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED', 'UNDONE'];

/** Runs an import of inline rows into the project as a script would, until it has ended; gives its id. */
export async function importByApi(
  app: Pick<RunningApp, 'url' | 'apiKey' | 'projectId'>,
  input: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { startImport } = await ask(
    app,
    `mutation ($input: StartImportInput!) { startImport(input: $input) {
       ... on StartImportSuccess { data { id status } } ... on Error { message } } }`,
    { input: { projectId: app.projectId, importer: 'contacts', ...input } },
  );
  const started: Started | undefined = startImport.data;
  if (!started) throw new Error(startImport.message);
  await until(
    async () => {
      const answer = await ask(app, 'query ($id: ID!) { import(id: $id) { status } }', { id: started.id });
      return ENDED.includes(answer.import.status);
    },
    { what: 'the import to end' },
  );
  return started.id;
}

// biome-ignore lint/suspicious/noExplicitAny: each caller knows what it has asked for.
async function ask(app: Pick<RunningApp, 'url' | 'apiKey'>, query: string, variables: object): Promise<any> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
