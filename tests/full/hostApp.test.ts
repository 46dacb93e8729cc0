import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { newContext } from '../helpers/browser.ts';
import { expectFits } from '../helpers/consolePage.ts';
import { type HostApp, startHostApp } from '../helpers/hostApp.ts';
import { importFile, readCounts } from '../helpers/importPage.ts';

let sluice: RunningApp;
let host: HostApp;

beforeAll(async () => {
  const port = await freePort();
  sluice = await startApp({ SLUICE_ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
  host = await startHostApp(port, sluice);
});
afterAll(async () => {
  await host?.stop();
  await sluice?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: each caller knows what it has asked for.
async function ask(query: string): Promise<any> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${sluice.apiKey}` };
  const answer = await fetch(`${sluice.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()).data;
}

test('the host app of the README compiles by a configuration of its own', async () => {
  await promisify(execFile)('node_modules/.bin/tsc', ['-p', 'examples/react-admin-host']);
});

test('the pages work inside the host app of the README: its menu, theme, data and token', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(host.origin);
  await page.getByRole('cell', { name: 'Lamp' }).waitFor();

  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Imports' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  expect(new URL(page.url()).hash).toContain('/sluice-imports');
  await page.getByRole('link', { name: 'New import' }).first().waitFor();
  const link = `document.querySelector('main a[href$="/sluice-imports/create"]')`;
  expect(await page.evaluate(`getComputedStyle(${link}).backgroundColor`)).toBe('rgb(123, 31, 162)');

  const file = 'First name,Phone\nAda,+1 617 555 0123\nBob,nothing\n';
  await importFile(page, 'from the host.csv', file, 'Completed with errors');
  expect(await readCounts(page)).toMatchObject({ Rows: 2, Created: 1, Failed: 1 });

  await menu.getByRole('menuitem', { name: 'Products' }).click();
  await page.getByRole('cell', { name: 'Chair' }).waitFor();
  await context.close();
});

test('they are a guest in another host, too: below a path of its router, dark, in German, with its own sign-in', async () => {
  const context = await newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${host.origin}/intranet/tools/products`);
  await page.getByLabel('Username').fill('ann');
  await page.getByRole('textbox', { name: 'Password' }).fill('of the host');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const lamp = page.getByRole('cell', { name: 'Lamp' });
  await lamp.waitFor();
  const looks = () =>
    page.evaluate<string>(
      `[document.body, document.querySelector('td')].map((each) => [...getComputedStyle(each)].map((name) => getComputedStyle(each)[name])).join() + document.body.getAttribute('style') + document.title`,
    );
  const before = await looks();

  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Übersicht' }).click();
  await page.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
  await expect.poll(() => page.title()).toBe('Übersicht · Intranet');
  await menu.getByRole('menuitem', { name: 'Importe' }).click();
  await page.getByRole('heading', { level: 1, name: 'Importe' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/intranet/tools/daten-imports');
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'from the host.csv' }).click();
  await page.getByRole('heading', { level: 1, name: 'from the host.csv' }).waitFor();
  await page.locator('header').getByText('Mit Fehlern abgeschlossen').waitFor();
  const paper = `getComputedStyle(document.querySelector('main section')).backgroundColor`;
  const [red = 255] = (await page.evaluate<string>(paper)).match(/\d+/g)?.map(Number) ?? [];
  expect(red).toBeLessThan(80);
  await expectFits(page);

  // Nothing of theirs is left on the host's own pages.
  await menu.getByRole('menuitem', { name: 'Products' }).click();
  await lamp.waitFor();
  await expect.poll(looks).toBe(before);

  // A token that is taken away is the host's to see to; one that has no sign-in is told.
  await menu.getByRole('menuitem', { name: 'Importe' }).click();
  const other = await context.newPage();
  await other.goto(`${host.origin}/#/sluice-imports`);
  for (const each of [page, other]) await each.getByText('Live', { exact: true }).waitFor();
  const { project } = await ask('{ project(id: "demo") { apiKeys(first: 5) { edges { node { id } } } } }');
  for (const { node } of project.apiKeys.edges) await ask(`mutation { revokeApiKey(id: "${node.id}") { __typename } }`);
  await page.getByLabel('Username').waitFor();
  // The page says it for as long as it is so; a passing message that says it too may be gone by now.
  const refused = other.getByRole('alert').filter({ hasText: 'Couldn’t load this' });
  await refused.filter({ hasText: 'Sign in, or send an API key' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
