import { beforeAll, describe, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { openNewImport, startImport, waitForStatus } from '../helpers/importPage.ts';

const admin = testConsole();

/** Something of everything that the console has a page for. */
beforeAll(async () => {
  const people = [
    { 'First name': 'Zoe', Email: 'zoe@k.example.com' },
    { 'First name': 'Bad', Email: 'not an address' },
  ];
  const event = { Title: 'Milonga', 'Start date': '2026-12-01 19:00', 'Time zone': 'America/New_York' };
  const names = { Venue: 'Harbour Hall', 'Venue city': 'Boston', Organizer: 'Tango Friends', Category: 'Dance' };
  await importByApi(admin.app, { source: { rows: people }, options: { listName: 'Friends' } });
  await importByApi(admin.app, { importer: 'events', source: { rows: [{ ...event, ...names }] } });
  await importByApi(admin.app, { importer: 'taxonomy', source: { rows: [{ url: 'https://k.example.com/a/b' }] } });
});

describe('every page', () => {
  test('an import that does not exist is said to be missing', async () => {
    const page = await admin.enter();
    await page.goto(`${admin.app.url}/#/imports/01900000-0000-7000-8000-000000000000/show`);
    await page.getByRole('heading', { level: 1, name: 'There is no such import' }).waitFor();
  });

  test('an answer without counts breaks no page', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await startImport(page);
    await waitForStatus(page, 'Completed with errors');
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace(/"(counts|chunks)":\{[^}]*\}/g, '"$1":null');
      await route.fulfill({ response, body: text });
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'contacts-sample.csv' }).waitFor();
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    await page.getByRole('link', { name: 'contacts-sample.csv' }).first().waitFor();
  });
});
