import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const sampleOf = (page: Page) => page.getByRole('region', { name: 'The first rows' });
export const header = (page: Page, name: string) => sampleOf(page).getByRole('columnheader', { name, exact: true });
export const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
export const expectFocused = (what: Locator) =>
  expect.poll(() => what.evaluate((element) => element === document.activeElement)).toBe(true);
export const choose = async (page: Page, name: string, option: string) => {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option }).click();
};

/** Says where a column goes. */
export async function chooseField(page: Page, column: string, field: string): Promise<void> {
  await page.getByRole('combobox', { name: `Field for column ${column}` }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
}

/** Rows from the clipboard, until the server has them. */
export async function pasteRows(page: Page, rows: string): Promise<void> {
  await page.getByRole('tab', { name: 'Paste rows' }).click();
  await page.getByLabel('Rows copied from a spreadsheet').fill(rows);
  await page.getByRole('button', { name: 'Use these rows' }).click();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
}

/** Lets a file of one-byte letters go over the page's heading, beside the frame that invites it. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([fileName, letters]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, content] as const,
  );
  const heading = page.getByRole('heading', { level: 1, name: 'New import' });
  await heading.dispatchEvent('dragover', { dataTransfer: files });
  await heading.dispatchEvent('drop', { dataTransfer: files });
}
