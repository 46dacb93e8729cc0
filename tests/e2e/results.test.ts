import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible, expectFits, PHONE, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import {
  chooseFile,
  goToCheck,
  openNewImport,
  readCount,
  readCounts,
  typeInto,
  waitForStatus,
} from '../helpers/importPage.ts';

const admin = testConsole();

async function openImport(page: Page, id: string): Promise<void> {
  await page.goto(`${admin.app.url}/#/imports/${id}/show`);
  await page.getByRole('tab', { name: 'Changes' }).waitFor();
}

describe('a dry run', () => {
  test('in the steps of a new import writes nothing, is mended there, and imported as mended', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await chooseFile(
      page,
      'checked.csv',
      'First name,Phone,Email\nAda,+16175550101,\nBob,12,\nCy,,cy@check.example.org\n',
    );
    await goToCheck(page);
    await page.getByRole('button', { name: 'Run dry run' }).click();
    await page.getByText('Nothing has been imported yet.').waitFor();
    expect(await readCounts(page)).toMatchObject({ Rows: 3, Created: 2, Failed: 1 });

    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('cy@check.example.org').waitFor();
    await page.goto(`${admin.app.url}/#/contacts`);
    await page.getByRole('table', { name: 'Contacts' }).locator('tbody tr').first().waitFor();
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

  test('shows field by field what it would change; corrected, its rows are imported for real', async () => {
    const rows = [
      { 'First name': 'Ada', Email: 'ada@d.example.com', Company: 'First', Team: 'Red', Story: 'long '.repeat(100) },
      { 'First name': 'Bo', Email: 'bo(at)d.example.com', Story: 'long '.repeat(100) },
    ];
    await importByApi(admin.app, { source: { rows: rows.slice(0, 1) } });
    const id = await importByApi(admin.app, {
      source: { rows: [{ ...rows[0], Company: 'Second', Team: 'Blue' }, rows[1]] },
      dryRun: true,
      onDuplicate: 'UPDATE',
    });
    const page = await admin.enter();
    await openImport(page, id);
    await page.getByRole('tab', { name: 'Changes' }).click();
    const changes = page.getByRole('list', { name: 'Changes by row' }).getByRole('listitem');
    await expect
      .poll(() => changes.allTextContents())
      .toEqual([expect.stringMatching(/Row 1.*Updated.*First.*Second/)]);
    // Of many further details, those that change.
    await changes.getByText('Further details: Team').waitFor();
    expect(await changes.getByText('Story').count()).toBe(0);
    await page.getByRole('button', { name: 'Created', exact: true }).click();
    await page.getByText('No records with this outcome').waitFor();

    await page.getByRole('tab', { name: /^Failed rows/ }).click();
    await typeInto(page, 2, 'Email', 'bo@d.example.com');
    await page.getByRole('button', { name: 'Retry corrected row' }).click();
    await waitForStatus(page, 'Completed');
    await page.getByRole('button', { name: 'Import these rows' }).click();
    await expect.poll(() => page.url()).not.toContain(id);
    await page.getByRole('button', { name: 'Undo import' }).waitFor();
    await waitForStatus(page, 'Completed');
    expect([await readCount(page, 'Created'), await readCount(page, 'Updated')]).toEqual([1, 1]);

    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Show less' }).waitFor();

    await page.getByRole('tab', { name: 'Rows', exact: true }).click();
    const results = page.getByRole('table', { name: 'Outcomes by row' }).locator('tbody tr');
    await expect.poll(() => results.count()).toBe(2);
    await results.filter({ hasText: 'Created' }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: 'Bo' }).waitFor();
  });
});

describe('one import', () => {
  test('that stopped by its limit of errors goes on with another one', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      Email: index % 2 === 0 ? `e${index}@l.example.com` : `e${index}`,
    }));
    const id = await importByApi(admin.app, { source: { rows }, chunkSize: 50, maxErrorRate: 0.2 });
    const page = await admin.enter();
    await openImport(page, id);
    await waitForStatus(page, 'Failed');
    await page.getByRole('button', { name: 'Resume' }).click();
    const dialog = page.getByRole('dialog', { name: 'Resume with a different limit?' });
    await dialog.getByText(/because 50% of its rows failed, which exceeds the limit of 20%/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('textbox').fill('200');
    await expect.poll(() => dialog.getByRole('button', { name: 'Resume' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('60');
    await dialog.getByRole('button', { name: 'Resume' }).click();
    await waitForStatus(page, 'Completed with errors');
    expect([await readCount(page, 'Created'), await readCount(page, 'Failed')]).toEqual([150, 150]);
  });

  test('shows how fast it went over the whole run, what each row became, and fits a phone', async () => {
    const rows = Array.from({ length: 240 }, (_, index) => ({ Email: `t${index}@t.example.com` }));
    const id = await importByApi(admin.app, { source: { rows }, chunkSize: 10 });
    const page = await admin.enter({ viewport: PHONE });
    await openImport(page, id);
    await page.getByRole('img', { name: /^240 rows in .* rows per second on average$/ }).waitFor();
    for (const name of ['Changes', 'Rows']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.getByText('1–25 of 240').waitFor();
      await expectAccessible(page);
      await expectFits(page);
    }
    // The last name is out of sight: the names move, and not what is under them.
    await page.getByRole('tab', { name: 'History' }).click();
    const box = await page.getByRole('tabpanel').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
  });

  test('shows the rows with a warning, with the values that their contacts kept', async () => {
    const rows = ['kept', 'same', 'kept too'].map((name, index) => ({
      Name: name,
      Email: `k${index}@k.example.com`,
      Company: 'A',
    }));
    await importByApi(admin.app, { source: { rows } });
    const id = await importByApi(admin.app, {
      source: { rows: rows.map((row) => ({ ...row, Company: row.Name === 'same' ? 'A' : 'B' })) },
    });
    const page = await admin.enter();
    await openImport(page, id);
    await page.getByRole('tab', { name: 'Rows', exact: true }).click();
    const results = page.getByRole('table', { name: 'Outcomes by row' }).locator('tbody tr');
    await expect.poll(() => results.count()).toBe(3);
    const chip = page.getByRole('button', { name: 'Values kept (2)' });
    await chip.click();
    await expect
      .poll(() => results.allTextContents())
      .toEqual([expect.stringMatching(/^1Skipped.*A.*B/), expect.stringMatching(/^3Skipped.*A.*B/)]);
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Created', exact: true }).click();
    await page.getByText('No matching rows').waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await chip.click();
    await expect.poll(() => results.count()).toBe(3);
  });

  test('of bytes that were imported before leads to the earlier one', async () => {
    const source = { rows: [{ Email: 'twice@s.example.com' }] };
    const first = await importByApi(admin.app, { source });
    const second = await importByApi(admin.app, { source });
    const page = await admin.enter();
    await openImport(page, second);
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^inline rows/ })
      .click();
    await expect.poll(() => page.url()).toContain(first);
  });

  test('whose importer is gone, and whose answer is half there, breaks no page', async () => {
    const id = await importByApi(admin.app, { source: { rows: [{ Email: 'gone@g.example.com' }] } });
    const page = await admin.enter();
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const text = (await response.text())
        .replace(
          /"(counts|chunkCounts|sameSource|mapping|warnings|errorSummary|options|availableActions|maxErrorRate)":(\{[^}]*\}|\[[^\]]*\])/g,
          '"$1":null',
        )
        .replace(/"importer":\{[^}]*\}/g, '"importer":null');
      await route.fulfill({ response, body: text });
    });
    await openImport(page, id);
    for (const tab of ['Changes', 'Rows', 'Mapping', 'Details', 'History']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.getByRole('tabpanel').waitFor();
    }
    await page.goto(`${admin.app.url}/#/overview`);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByText('Recent failures').waitFor();
    expect(await page.getByText('Something went wrong on this page').count()).toBe(0);
    expect(await page.getByText('Something went wrong').count()).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
