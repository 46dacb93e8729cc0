import type { Locator, Page } from 'playwright-core';
import { startFile } from './startFile.ts';

export const OUTCOMES = ['Created', 'Updated', 'Unchanged', 'Skipped', 'Failed', 'Discarded', 'Pending'] as const;

/** Goes from the history to the form of a new import. */
export async function openNewImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New import' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'New import' }).waitFor();
}

/** Chooses a file as a person does, which uploads it, and stays on the first step. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Goes from a chosen file to the last step, with everything as it is proposed. */
export async function goToCheck(page: Page): Promise<void> {
  const go = page.getByRole('button', { name: 'Continue' });
  await go.click();
  await page.getByRole('heading', { level: 2, name: 'Map columns' }).waitFor();
  await go.click();
  await page.getByRole('heading', { level: 2, name: 'Options', exact: true }).waitFor();
  await go.click();
}

/** Goes from a chosen file to the start of the import, without a dry run. */
export async function startImport(page: Page): Promise<void> {
  await goToCheck(page);
  await page.getByRole('button', { name: 'Skip dry run and import' }).click();
}

/** Waits until the import's page shows this status. */
export async function waitForStatus(page: Page, status: string): Promise<void> {
  await page.locator('header').getByText(status, { exact: true }).waitFor();
}

/** The number that an import's page shows under a name; null where it shows none. */
export async function readCount(page: Page, name: string): Promise<number | null> {
  const term = page.locator('dt', { hasText: new RegExp(`^${name}$`) });
  const text = await term.locator('xpath=following-sibling::dd').textContent();
  return text && /\d/.test(text) ? Number(text.replace(/\D/g, '')) : null;
}

/** All counts of an import's page, by their names. */
export async function readCounts(page: Page): Promise<Record<string, number | null>> {
  const entries = await Promise.all(OUTCOMES.map(async (name) => [name, await readCount(page, name)] as const));
  return { Rows: await readCount(page, 'Rows'), ...Object.fromEntries(entries) };
}

/**
 * Imports a file of contacts as a script does, and waits until its page shows the status: for what comes after the steps
 * of a new import, which take their time.
 */
export async function openImported(
  page: Page,
  server: { readonly url: string; readonly apiKey: string; readonly projectId?: string },
  [name, content]: readonly [name: string, content: string],
  status: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const id = await startFile(server, name, content, more);
  await page.goto(`${server.url}/#/imports/${id}/show`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await waitForStatus(page, status);
}

/** Imports a file from the form to the page of the import, and waits until that shows the status. */
export async function importFile(page: Page, name: string, content: string, status: string): Promise<void> {
  await openNewImport(page);
  await chooseFile(page, name, content);
  await startImport(page);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await waitForStatus(page, status);
}

/** A cell with a value in the grid of failed rows. */
export function cellOf(page: Page, rowNumber: number, column: string): Locator {
  return page.getByRole('grid').locator(`[data-row="${rowNumber}"][data-cell="value:${column}"]`);
}

/** Types into a cell with mouse and keyboard, and leaves it with Enter. */
export async function typeInto(page: Page, rowNumber: number, column: string, text: string): Promise<void> {
  await cellOf(page, rowNumber, column).click();
  await page.getByRole('textbox', { name: `${column}, row ${rowNumber}` }).fill(text);
  await page.keyboard.press('Enter');
}
