import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const sampleOf = (page: Page) => page.getByRole('region', { name: 'The first rows' });
export const header = (page: Page, name: string) => sampleOf(page).getByRole('columnheader', { name, exact: true });
export const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
export const expectFocused = (what: Locator) =>
  expect.poll(() => what.evaluate((element) => element === document.activeElement), { timeout: 15_000 }).toBe(true);
export const choose = async (page: Page, name: string, option: string) => {
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: option }).click();
};
