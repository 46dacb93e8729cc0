/** Starts an import of contacts as a script does, with the file within the request; gives its id at once. */
export async function startFile(
  { url, apiKey, projectId = 'demo' }: { readonly url: string; readonly apiKey: string; readonly projectId?: string },
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const input = { projectId, importer: 'contacts', source: { file: null }, ...more };
  const query = `mutation ($input: StartImportInput!) { startImport(input: $input) {
    ... on StartImportSuccess { data { id } } ... on Error { message } } }`;
  const form = new FormData();
  form.append('operations', JSON.stringify({ query, variables: { input } }));
  form.append('map', '{"0":["variables.input.source.file"]}');
  form.append('0', new File([content], name, { type: 'text/csv' }));
  const headers = { authorization: `Bearer ${apiKey}` };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: form });
  const answer = await response.json();
  const id: unknown = answer.data?.startImport?.data?.id;
  if (typeof id !== 'string') throw new Error(`The import was not started: ${JSON.stringify(answer)}`);
  return id;
}
