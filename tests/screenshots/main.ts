import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { freePort } from '../../server/database/freePort.ts';
import { startSluice } from '../bench/sluice.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { seed } from './seed.ts';

/**
 * Takes the README's pictures of the console: `npm run screenshots`. A server of its own with invented data in a folder
 * that is removed again; the pictures go to admin/screenshots.
 */
const FOLDER = path.join(import.meta.dirname, '../../admin/screenshots');
const ACCESS = { email: 'admin@localhost', password: 'a password for pictures', apiKey: 'slk_a-key-for-pictures' };

const folder = await mkdtemp(path.join(tmpdir(), 'sluice-screenshots-'));
const port = await freePort();
const server = await startSluice('serve', {
  PORT: String(port),
  SLUICE_DATA_DIR: path.join(folder, 'data'),
  SLUICE_ADMIN_EMAIL: ACCESS.email,
  SLUICE_ADMIN_PASSWORD: ACCESS.password,
  SLUICE_ADMIN_API_KEY: ACCESS.apiKey,
  SLUICE_LOG_LEVEL: 'error',
});
const browser = await launchBrowser();
try {
  const url = `http://127.0.0.1:${port}`;
  await seed({ url, apiKey: ACCESS.apiKey, projectId: 'demo' }, folder);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await signIn(page, url);
  await takeAll(page, url);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('E-mail').fill(ACCESS.email);
  await page.getByLabel('Password').fill(ACCESS.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
}

async function takeAll(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/imports`);
  await page.getByRole('link', { name: 'city-calendar.csv' }).waitFor();
  await take(page, 'imports');

  await page.getByRole('link', { name: 'spring-leads.csv' }).click();
  await page.locator('header').getByText('Completed with errors').waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Rows per second' }).waitFor();
  await take(page, 'import');
  await page.getByRole('grid').getByText('555-01').first().waitFor();
  await scrollTo(page, page.getByRole('tablist'));
  await take(page, 'failed-rows');

  await page.goto(`${url}/#/imports/create`);
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 2, name: 'Map columns' }).waitFor();
  await scrollTo(page, page.getByRole('heading', { level: 2, name: 'Map columns' }));
  await take(page, 'mapping');

  await page.goto(`${url}/#/review`);
  await page.getByRole('article', { name: 'Elks Lodge' }).waitFor();
  await page.getByRole('checkbox', { name: 'Only with waiting rows' }).click();
  await page.getByRole('article', { name: 'Riverside Studio' }).waitFor({ state: 'detached' });
  await take(page, 'review');
}

/** Below the bar, which stays. */
async function scrollTo(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  await page.evaluate(`window.scrollBy(0, ${(box?.y ?? 0) - 90})`);
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
}
