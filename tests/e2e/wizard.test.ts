import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DESK, expectAccessible, expectFits, PHONE, testConsole } from '../helpers/consolePage.ts';
import { chooseFile, goToCheck, openNewImport, readCounts, typeInto, waitForStatus } from '../helpers/importPage.ts';
import { dataFolder } from '../helpers/sluiceProcess.ts';

const admin = testConsole();

describe('a new import, step by step', () => {
  test('is checked without writing, mended in the check, and imported as mended', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await chooseFile(
      page,
      'checked.csv',
      'First name,Phone,Email\nAda,+16175550101,\nBob,12,\nCy,,cy@check.example.org\n',
    );
    await goToCheck(page);
    await page.getByRole('button', { name: 'Run the check' }).click();
    await page.getByText('Nothing is written yet.').waitFor();
    expect(await readCounts(page)).toMatchObject({ Rows: 3, Created: 2, Failed: 1 });

    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('cy@check.example.org').waitFor();
    await page.goto(`${admin.app.url}/#/contacts`);
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    expect(await page.getByText('cy@check.example.org').count()).toBe(0);

    // Back again, the check is still there.
    await page.goto(`${admin.app.url}/#/imports/create`);
    await page.getByRole('tab', { name: /^Failed rows/ }).click();
    await typeInto(page, 2, 'Phone', '+16175550102');
    await page.getByRole('button', { name: 'Retry row 2' }).click();
    await expect.poll(async () => (await readCounts(page)).Failed).toBe(0);
    await page.getByRole('button', { name: 'Start import' }).click();
    await page.getByRole('heading', { level: 1, name: 'checked.csv' }).waitFor();
    await waitForStatus(page, 'Completed');
    expect(await readCounts(page)).toMatchObject({ Rows: 3, Created: 3, Failed: 0 });
  });

  test('blocks a mapping that cannot be used, maps values, and offers what was saved for the same headers', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    const file = 'Who,Reach,Kind\nDora,+16175550111,Y\nEd,+16175550112,N\n';
    await chooseFile(page, 'odd headers.csv', file);
    const go = page.getByRole('button', { name: 'Continue' });
    await go.click();
    await page.getByText('No column goes to a field yet').waitFor();
    expect(await go.isDisabled()).toBe(true);
    const choose = async (column: string, field: string) => {
      await page.getByRole('combobox', { name: `Field for the column ${column}` }).click();
      await page.getByRole('option', { name: field, exact: true }).click();
    };
    await choose('Who', 'First name');
    await choose('Reach', 'First name');
    await page.getByText('More than one column goes to: First name.').waitFor();
    await choose('Reach', 'Phone');
    await choose('Kind', 'Company');
    await page.getByRole('button', { name: 'Map values of Kind' }).click();
    await page.getByRole('textbox', { name: 'Y becomes' }).fill('Yes Ltd');
    await page.getByRole('button', { name: 'Use these' }).click();
    await page.getByText('1 value mapped').waitFor();
    await page.getByRole('button', { name: 'Save this mapping' }).click();
    await page.getByLabel('Name of the mapping').fill('Odd headers');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The mapping is saved').waitFor();
    await go.click();
    await page.getByRole('heading', { level: 2, name: 'Options' }).waitFor();
    await go.click();
    await page.getByRole('button', { name: 'Import without a check' }).click();
    await waitForStatus(page, 'Completed');
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('Yes Ltd').waitFor();

    await page.goto(`${admin.app.url}/#/imports/create`);
    await chooseFile(page, 'odd headers again.csv', file);
    await go.click();
    await page.getByText('1 value mapped').waitFor();
    expect(await page.getByRole('combobox', { name: 'Field for the column Reach' }).textContent()).toBe('Phone');
  });

  test('redraws the sample at once when the format is said otherwise, and a draft outlives its page', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('tab', { name: 'Paste rows' }).click();
    await page.getByLabel('Rows, copied from a spreadsheet').fill('First name;Email\nFay;fay@paste.example.org\n');
    await page.getByRole('button', { name: 'Use these rows' }).click();
    await page.getByRole('button', { name: 'Choose another' }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    const sample = page.getByRole('region', { name: 'The first rows' });
    await sample.getByRole('columnheader', { name: 'Email', exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Delimiter' }).click();
    await page.getByRole('option', { name: 'Comma' }).click();
    await sample.getByRole('columnheader', { name: 'First name;Email' }).waitFor();

    await page.reload();
    await sample.getByRole('columnheader', { name: 'First name;Email' }).waitFor();
    await page.getByRole('button', { name: 'Detect again' }).click();
    await sample.getByRole('columnheader', { name: 'Email', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Choose a source first').waitFor();
  });

  test('an upload that is cut goes on where it stopped when the file is chosen again', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    const line = `Gil,gil@cut.example.org,${'n'.repeat(1_000)}\n`;
    const folder = await dataFolder();
    const file = join(folder, 'cut.csv');
    await writeFile(file, `First name,Email,Note\n${line.repeat(20_000)}`);
    const choose = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose file' }).click();
      await (await chooser).setFiles(file);
    };
    const starts: (string | undefined)[] = [];
    await page.route('**/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      starts.push(await request.headerValue('upload-offset').then((value) => value ?? undefined));
      // The second piece never arrives while the first page is open.
      return starts.length === 2 ? route.abort() : route.continue();
    });
    await choose();
    await expect.poll(() => starts.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
    await page.reload();
    await choose();
    await page.getByRole('button', { name: 'Choose another' }).waitFor({ timeout: 30_000 });
    const [first, ...others] = starts.map(Number);
    expect(first).toBe(0);
    expect(Math.min(...others)).toBeGreaterThan(0);
  });

  test.each([
    ['a desk, light', DESK, 'light'],
    ['a phone, dark', PHONE, 'dark'],
  ] as const)('each step is accessible and fits: %s', async (_name, viewport, colorScheme) => {
    const page = await admin.enter({ viewport, colorScheme });
    await openNewImport(page);
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await page.getByRole('button', { name: 'Choose another' }).waitFor();
    const look = async () => {
      await expectAccessible(page);
      await expectFits(page);
    };
    await look();
    const go = page.getByRole('button', { name: 'Continue' });
    for (const heading of ['Where each column goes', 'Options', 'Check it first']) {
      await go.click();
      await page.getByRole('heading', { level: 2, name: heading }).waitFor();
      await look();
    }
    await page.getByRole('button', { name: 'Run the check' }).click();
    await page.getByText('Nothing is written yet.').waitFor();
    await look();
  });
});
