import { expect, test } from 'vitest';
import { newContext } from '../helpers/browser.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ graphiql: true });

test('GraphiQL works without any other host: it knows the schema and runs what is written', async () => {
  const context = await newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(new URL(request.url()).protocol === 'http:' ? new URL(request.url()).origin : server.origin),
  );
  const introspected = page.waitForResponse((response) =>
    /IntrospectionQuery/.test(response.request().postData() ?? ''),
  );
  await page.goto(`${server.origin}/graphql?query=${encodeURIComponent('{ __type(name: "Import") { description } }')}`);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText(/One.run.of.an.importer/).waitFor();
  expect((await introspected).status()).toBe(200);
  expect(new Set(asked)).toEqual(new Set([server.origin]));
  expect(complaints).toEqual([]);
  await context.close();
});
