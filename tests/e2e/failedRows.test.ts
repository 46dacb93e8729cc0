import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { cellOf, openImported, readCount, readCounts, typeInto, waitForStatus } from '../helpers/importPage.ts';

const admin = testConsole();
const BAD = 'Completed with errors';

describe('failed rows', () => {
  test('a row fixed wrongly is said to fail still; fixed rightly, it would pass, goes in and is resolved', async () => {
    const page = await admin.enter();
    await openImported(
      page,
      admin.app,
      ['wrong.csv', 'First name,Email\nAda,ada@a.example.com\nBo,bo(at)example.com\n'],
      BAD,
    );
    await typeInto(page, 2, 'Email', 'bo@@example.com');
    await page.getByText('1 would still fail').waitFor();
    expect(await cellOf(page, 2, 'Email').getAttribute('data-error')).toBe('INVALID_EMAIL');

    await page.getByRole('button', { name: 'Retry corrected row' }).click();
    await page.getByText('The row still fails').waitFor();
    await cellOf(page, 2, 'Email').getByText('bo@@example.com').waitFor();
    await page.getByText('1 row changed').waitFor({ state: 'hidden' });

    await typeInto(page, 2, 'Email', 'bo@wrong.example.com');
    await page.getByRole('grid').getByText('Would be imported').waitFor();
    expect(await cellOf(page, 2, 'Email').getAttribute('data-error')).toBeNull();
    await page.getByRole('button', { name: 'Retry row 2', exact: true }).click();
    await waitForStatus(page, 'Completed');
    expect(await readCounts(page)).toMatchObject({ Rows: 2, Created: 2, Failed: 0 });

    await page.getByRole('button', { name: 'Resolved' }).click();
    await cellOf(page, 2, 'Email').getByText('bo@wrong.example.com').waitFor();
  });

  test('chosen rows are retried and no others', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['chosen.csv', badPhones(4)], BAD);
    for (const row of [1, 3]) {
      await typeInto(page, row, 'Phone', `+1 312 555 018${row}`);
      await page.getByRole('checkbox', { name: `Select row ${row}`, exact: true }).check();
    }
    await page.getByRole('button', { name: 'Retry 2 selected rows' }).click();
    await page.getByText('2 rows imported').waitFor();
    expect(await readCounts(page)).toMatchObject({ Created: 2, Failed: 2 });
    await cellOf(page, 1, 'Phone').waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('grid').locator('tbody tr').count()).toBe(2);
  });

  test('one replacement mends a whole reason, after saying in numbers what it would do; the rest is discarded', async () => {
    const page = await admin.enter();
    const mails = Array.from({ length: 40 }, (_, row) => `Person ${row},,p${row}(at)group.example.com`);
    await openImported(
      page,
      admin.app,
      ['group.csv', `First name,Phone,Email\nAda,12,\nBo,13,\n${mails.join('\n')}\n`],
      BAD,
    );
    await page.getByRole('button', { name: /Invalid e-mail/ }).click();
    await page.getByRole('button', { name: 'Replace…' }).click();
    await page.getByLabel('Find').fill('(at)');
    await page.getByLabel('Replace with').fill('@');
    await page.getByText('40 of 40 rows would change').waitFor();
    await page.getByText('40 would be imported, 0 would still fail').waitFor();
    await page.getByRole('button', { name: 'Change 40 rows' }).click();
    await page.getByText('40 rows changed').waitFor();
    await page.getByRole('button', { name: 'Retry 40 corrected rows' }).click();
    await page.getByText('40 rows imported').waitFor();
    expect(await readCount(page, 'Created')).toBe(40);

    await page.getByRole('button', { name: /Invalid phone/ }).click();
    await page.getByRole('button', { name: 'Discard 2 rows' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('2 rows discarded').waitFor();
    expect(await readCounts(page)).toMatchObject({ Failed: 0, Discarded: 2 });
    await page.getByRole('button', { name: 'Discarded (2)' }).click();
    await cellOf(page, 1, 'Phone').getByText('12').waitFor();
  });

  test('by the keyboard alone: into the grid, to a cell, mended, checked, sent', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['keys.csv', badPhones(3)], BAD);
    await cellOf(page, 1, 'Phone').waitFor();
    await tabTo(page, '[data-cell="value:Phone"][data-row="1"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('+1 312 555 0192');
    await page.keyboard.press('Enter');
    await page.getByText('1 would be imported').waitFor();
    // Enter led down: typed over and taken back, that row is as it was.
    await page.keyboard.type('x');
    await page.getByText('2 rows changed').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('1 row changed').waitFor();
    await expect.poll(() => cellOf(page, 3, 'Phone').textContent()).toMatch(/^13 /);

    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.evaluate('document.activeElement.ariaLabel')).toBe('Retry row 2');
    await page.keyboard.press('Enter');
    await page.getByText('Row imported').waitFor();
    expect(await readCount(page, 'Created')).toBe(1);
  });

  test('what is typed outlives what happens elsewhere, a list that cannot be read anew, and a reload', async () => {
    const page = await admin.enter();
    // Not entered anew, which takes the session of the first page away for a moment.
    const other = await page.context().newPage();
    await openImported(page, admin.app, ['kept.csv', badPhones(4)], BAD);
    await other.goto(page.url());
    await cellOf(page, 2, 'Phone').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('+1 312 555');
    await other.getByRole('button', { name: 'Discard row 1', exact: true }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await other.getByText('Row discarded').waitFor();
    // Of an import that has ended, too, one sees what others do.
    await page.getByRole('button', { name: 'Open (3)' }).waitFor();
    await page.keyboard.type(' 0187');
    await page.getByText('1 would be imported').waitFor();
    const refused = page.waitForResponse((response) => response.status() === 503);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query FailedRows') ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await page.getByRole('button', { name: 'Discard row 4', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await refused;
    await page.getByRole('button', { name: 'Open (2)' }).waitFor();
    await cellOf(page, 3, 'Phone').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await page.getByText('1 row changed').waitFor();
    await page.getByText('1 would be imported').waitFor();
    await cellOf(page, 2, 'Phone').getByText('+1 312 555 0187').waitFor();
    await page.getByRole('button', { name: 'Retry corrected row' }).click();
    await page.getByText('Row imported').waitFor();
    expect(await readCounts(page)).toMatchObject({ Created: 1, Failed: 1, Discarded: 2 });
  });
});

/** Rows that all fail by their phone numbers: 11, 12, 13 and so on. */
function badPhones(rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `Person ${row + 1},${11 + row},`);
  return `First name,Phone,Email\n${lines.join('\n')}\n`;
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not lead to ${selector}.`);
}
