import { expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { waitForStatus } from '../helpers/importPage.ts';
import { startFile } from '../helpers/startFile.ts';

const admin = testConsole();

test('an import that failed says why and can be resumed, and its history tells of both', async () => {
  const page = await admin.enter();
  // The steps of a new import let nobody start this one; a script may.
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]);
  await startFile(admin.app, 'picture.csv', picture);
  await page.getByRole('link', { name: 'picture.csv' }).click();
  await waitForStatus(page, 'Failed');
  await page.getByRole('alert').getByText('Why').waitFor();

  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('The import goes on').waitFor();
  // The file is no better than before, so that it ends as it did.
  await waitForStatus(page, 'Failed');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect.poll(() => page.getByRole('tabpanel').textContent()).toMatch(/resume/i);
});
