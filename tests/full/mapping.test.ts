import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { chooseFile, goToCheck, openNewImport, waitForStatus } from '../helpers/importPage.ts';
import { choose, chooseField, goOn } from '../helpers/wizardPage.ts';
import { workbook } from '../sources/xlsx/workbook.ts';

const admin = testConsole(() => ({
  SLUICE_IMPORTERS: join(import.meta.dirname, '../engine/mapping/goods.ts'),
}));

async function openGoods() {
  const page = await admin.enter();
  await openNewImport(page);
  await page.getByRole('radio', { name: /^Goods/ }).click();
  return page;
}

test('a mapping splits and joins columns and reads numbers by locale, and shows the first rows before it imports them', async () => {
  const page = await openGoods();
  const rows = ['id;names;a;b;price', 'X1;Lamp, ACME;red;big;1.234,50 €', 'X2;Table, ACME;;small;12,5 €'];
  await chooseFile(page, 'waren.csv', `${rows.join('\n')}\n`);
  await goOn(page);
  await chooseField(page, 'id', 'SKU *');
  await choose(page, 'Numbers and dates', 'German · 1.234,5');

  await page.getByRole('button', { name: 'Split column names' }).click();
  await choose(page, 'Part 1', 'Name');
  await choose(page, 'Part 2', 'Brand');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Name + Brand').waitFor();

  await choose(page, 'Add a field', 'Source');
  await choose(page, 'Value', 'Joined columns');
  for (const column of ['a', 'b']) {
    await page.getByRole('combobox', { name: 'Columns' }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  // Closes the list, which stays open for more.
  await page.getByRole('textbox', { name: 'Separator' }).click();
  await choose(page, 'Add a change', 'UPPER CASE');
  const preview = page.getByRole('region', { name: 'The first rows' }).last();
  await expect.poll(() => preview.getByRole('listitem').allTextContents()).toEqual(['RED BIG', 'SMALL']);
  await page.screenshot({ path: 'tests/.artifacts/mapping-join.png' });
  await page.getByRole('button', { name: 'Apply' }).click();

  await choose(page, 'Add a field', 'Price');
  await expect.poll(() => preview.getByRole('listitem').first().textContent()).toContain('1.234,50 €');
  await choose(page, 'Add a change', 'Remove the currency sign');
  await expect.poll(() => preview.getByRole('listitem').allTextContents()).toEqual(['1234.5', '12.5']);
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Joined: a + b · UPPER CASE').waitFor();
  await page.screenshot({ path: 'tests/.artifacts/mapping-columns.png', fullPage: true });

  await goOn(page);
  await page.getByRole('heading', { level: 2, name: 'Options', exact: true }).waitFor();
  await page.screenshot({ path: 'tests/.artifacts/mapping-options.png' });
  await goOn(page);
  await page.getByRole('button', { name: 'Skip dry run and import' }).click();
  await waitForStatus(page, 'Completed');
  await page.getByRole('tab', { name: 'Mapping' }).click();
  await page.getByRole('cell', { name: 'Joined: a + b · UPPER CASE' }).waitFor();
  await page.screenshot({ path: 'tests/.artifacts/mapping-details.png', fullPage: true });
});

test('the sheets of a workbook become imports of their own', async () => {
  const page = await openGoods();
  const rows = (sku: string) => [
    ['sku', 'name'],
    [sku, 'Lamp'],
  ];
  const sheets = ['March', 'April', 'May'].map((name) => ({ name, rows: rows(name) }));
  await chooseFile(page, 'year.xlsx', Buffer.from(workbook(sheets)));
  await page.getByRole('checkbox', { name: 'May' }).check();
  await page.screenshot({ path: 'tests/.artifacts/mapping-sheets.png', fullPage: true });
  await goToCheck(page);
  await page.screenshot({ path: 'tests/.artifacts/mapping-review.png' });
  await page.getByRole('button', { name: 'Import 2 sheets' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  for (const name of ['year.xlsx · March', 'year.xlsx · May']) await page.getByText(name).first().waitFor();
  expect(await page.getByText('year.xlsx · April').count()).toBe(0);
  await page.screenshot({ path: 'tests/.artifacts/mapping-history.png' });
});
