import { describe, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { openNewImport, startImport, waitForStatus } from '../helpers/importPage.ts';

const admin = testConsole();

describe('every page', () => {
  test('an import that does not exist is said to be missing', async () => {
    const page = await admin.enter();
    await page.goto(`${admin.app.url}/#/imports/01900000-0000-7000-8000-000000000000/show`);
    await page.getByRole('heading', { level: 1, name: 'Import not found' }).waitFor();
  });

  test('an answer without counts breaks no page', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await startImport(page);
    await waitForStatus(page, 'Completed with errors');
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace(/"(counts|chunkCounts)":\{[^}]*\}/g, '"$1":null');
      await route.fulfill({ response, body: text });
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'contacts-sample.csv' }).waitFor();
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
    await page.getByRole('link', { name: 'contacts-sample.csv' }).first().waitFor();
  });
});
