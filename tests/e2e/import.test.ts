import { describe, expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import {
  chooseFile,
  OUTCOMES,
  openImported,
  openNewImport,
  readCount,
  readCounts,
  startImport,
  waitForStatus,
} from '../helpers/importPage.ts';
import { slowDown } from '../helpers/slowDisk.ts';
import { startFile } from '../helpers/startFile.ts';

const admin = testConsole();
const LARGE = 1_200;
/** Until the test has seen that the import is running. */
const CHUNK_SECONDS = 600;

describe('importing a file', () => {
  test('the sample imports its good rows and shows each bad one with its reason at its cell', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await startImport(page);
    await page.getByRole('heading', { level: 1, name: 'contacts-sample.csv' }).waitFor();
    await waitForStatus(page, 'Completed with errors');

    const { Rows, ...outcomes } = await readCounts(page);
    expect(Rows).toBe(40);
    expect(OUTCOMES.reduce((sum, name) => sum + (outcomes[name] ?? 0), 0)).toBe(40);
    expect(outcomes.Failed).toBe(12);

    const broken = page.getByRole('row').filter({ hasText: 'Grace' }).locator('[data-error=INVALID_EMAIL]');
    await broken.getByText('grace.huang(at)example.com').waitFor();
  });

  test('a reason chosen shows its rows only, and chosen again all of them', async () => {
    const page = await admin.enter();
    const file = ['reasons.csv', 'First name,Phone,Email\nAda,12,\nBo,,bo(at)example.com\nCy,13,\n'] as const;
    await openImported(page, admin.app, file, 'Completed with errors');
    const rows = page.getByRole('region', { name: /^Failed rows/ }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    const reason = page.getByRole('button', { name: /Invalid e-mail/ });
    await reason.click();
    await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining('Bo')]);
    await reason.click();
    await expect.poll(() => rows.count()).toBe(3);
  });

  test('what happens to rows that match is chosen in words and done', async () => {
    const page = await admin.enter();
    for (const [company, policy] of [
      ['Old', 'Skip row'],
      ['New', 'Overwrite'],
    ] as const) {
      await page.goto(`${admin.app.url}/#/imports/create`);
      await chooseFile(page, `${company}.csv`, `First name,Phone,Company\nDora,+1 312 555 0177,${company}\n`);
      const go = page.getByRole('button', { name: 'Continue' });
      await go.click();
      await page.getByRole('heading', { level: 2, name: 'Map columns' }).waitFor();
      await go.click();
      await page.getByRole('radio', { name: policy }).check();
      await go.click();
      await page.getByRole('button', { name: 'Skip dry run and import' }).click();
      await page.getByRole('heading', { level: 1, name: `${company}.csv` }).waitFor();
      await waitForStatus(page, 'Completed');
    }
    expect(await readCount(page, 'Updated')).toBe(1);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText('Overwrite').waitFor();
  });

  test('a file that cannot be read says why and breaks nothing', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await chooseFile(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
    await page.goto(`${admin.app.url}/#/imports`);
    await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  });

  test('a large file goes up in pieces and is watched while it is imported', async () => {
    const hurry = await slowDown(admin.app.databaseUrl, admin.app.projectId, CHUNK_SECONDS);
    const page = await admin.enter();
    await openNewImport(page);
    // Held back until the page is seen to upload, which may take less time than it takes to look.
    const seen = Promise.withResolvers<void>();
    await page.route('**/uploads/*', async (route) => {
      await seen.promise;
      await route.continue();
    });
    await chooseFile(page, 'large.csv', manyContacts(LARGE, 7_200));
    await page.getByText('Uploading large.csv').waitFor();
    seen.resolve();
    await startImport(page);
    await page.getByRole('heading', { level: 1, name: 'large.csv' }).waitFor();
    await page.getByRole('progressbar').first().waitFor();
    await hurry();
    await waitForStatus(page, 'Completed');
    expect(await readCount(page, 'Created')).toBe(LARGE);
  });

  test('the history shows an import that a script started, and its end, without a reload', async () => {
    const watching = await admin.enter();
    await watching.getByText('Live', { exact: true }).waitFor();
    await startFile(admin.app, 'elsewhere.csv', manyContacts(600, 720));
    const row = watching.getByRole('row').filter({ hasText: 'elsewhere.csv' });
    await row.getByText('Completed', { exact: true }).waitFor();
    await row.getByText('600').waitFor();
  });
});

/** With notes so long that LARGE rows take more than one piece of an upload. */
function manyContacts(rows: number, noteLength: number): string {
  const note = 'x'.repeat(noteLength);
  const line = (index: number) => `Person,${index},person${index}@large.example.com,${note}`;
  return `First name,Last name,Email,Note\n${Array.from({ length: rows }, (_, index) => line(index)).join('\n')}\n`;
}
