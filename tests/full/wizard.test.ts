import { expect, test } from 'vitest';
import { expectUsable, signIn, testConsole } from '../helpers/consolePage.ts';
import { openNewImport } from '../helpers/importPage.ts';
import { expectFocused } from '../helpers/wizardPage.ts';

const admin = testConsole();

test('a new import goes by keyboard alone; each step outlives a reload, the last one a session that ended; all are accessible and fit', async () => {
  const page = await admin.enter();
  await openNewImport(page);
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    await expect.poll(() => button.isEnabled()).toBe(true);
    await button.press('Enter');
  };
  const step = async (name: string, content: string) => {
    const heading = page.getByRole('heading', { level: 2, name });
    await expectFocused(heading);
    await page.reload();
    await heading.waitFor({ state: 'attached' });
    await page.getByRole('heading', { level: 2, name: content, exact: true }).waitFor();
    await expectUsable(page);
  };
  await press('Try a sample');
  // The button is gone, and where one is is not.
  await expectFocused(page.getByText('contacts-sample.csv', { exact: true }));
  await page.reload();
  await page.getByText('contacts-sample.csv').waitFor();
  await expectUsable(page);
  await press('Continue');
  await step('Step 2 of 4: Columns', 'Map columns');

  await press('Map values of Company');
  const becomes = page.getByRole('dialog').getByRole('textbox').first();
  await becomes.fill('Acme');
  await page.keyboard.press('Escape');
  const values = page.getByRole('button', { name: 'Map values of Company' });
  await expectFocused(values);
  await press('Continue');
  await step('Step 3 of 4: Options', 'Options');

  const region = page.getByRole('textbox', { name: 'Country of phone numbers' });
  await region.fill('');
  await region.pressSequentially('de');
  await page.getByText('Germany').waitFor();
  await press('Continue');
  await step('Step 4 of 4: Review', 'Review and start');
  await page.context().clearCookies();
  await press('Run dry run');
  await page.getByRole('heading', { level: 1, name: 'Sign in to Sluice' }).waitFor();
  await signIn(page, admin.app.adminEmail, admin.app.adminPassword);
  await press('Run dry run');
  await expectFocused(page.getByRole('status').filter({ hasText: 'Nothing has been imported yet.' }));
  await expectUsable(page);
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByText('Country of phone numbers: Germany').waitFor();
});
