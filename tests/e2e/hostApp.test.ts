import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { DESK } from '../helpers/consolePage.ts';
import { type HostApp, startHostApp } from '../helpers/hostApp.ts';
import { importFile, readCounts } from '../helpers/importPage.ts';

let sluice: RunningApp;
let host: HostApp;
let browser: Browser;

beforeAll(async () => {
  const port = await freePort();
  sluice = await startApp({ SLUICE_ALLOWED_ORIGINS: `http://127.0.0.1:${port}` });
  [host, browser] = await Promise.all([startHostApp(port, sluice), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await host?.stop();
  await sluice?.stop();
});

test('the pages work inside the host app of the README: its menu, theme, data and token', async () => {
  const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(host.origin);
  await page.getByRole('cell', { name: 'Lamp' }).waitFor();

  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Imports' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  expect(new URL(page.url()).hash).toContain('/sluice-imports');
  await page.getByRole('link', { name: 'New import' }).first().waitFor();
  const link = `document.querySelector('main a[href$="/sluice-imports/create"]')`;
  expect(await page.evaluate(`getComputedStyle(${link}).backgroundColor`)).toBe('rgb(123, 31, 162)');

  const file = 'First name,Phone\nAda,+1 617 555 0123\nBob,nothing\n';
  await importFile(page, 'from the host.csv', file, 'Completed with errors');
  expect(await readCounts(page)).toMatchObject({ Rows: 2, Created: 1, Failed: 1 });

  await menu.getByRole('menuitem', { name: 'Products' }).click();
  await page.getByRole('cell', { name: 'Chair' }).waitFor();
  await page.close();
});
