import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { freePort } from '../../server/database/freePort.ts';
import { newContext } from '../helpers/browser.ts';
import { signIn } from '../helpers/consolePage.ts';
import { testDatabase } from '../helpers/database.ts';
import { readCount, readCounts, waitForStatus } from '../helpers/importPage.ts';
import { noticeCrashesSooner } from '../helpers/noticeCrashesSooner.ts';
import { installSlowDisk, slowDown } from '../helpers/slowDisk.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { startFile } from '../helpers/startFile.ts';
import { until } from '../helpers/until.ts';

const ROWS = 1_200;
/** Minutes for all: the server is killed in the middle, however slow the page is. */
const CHUNK_SECONDS = 1;
const ACCESS = {
  SLUICE_ADMIN_EMAIL: 'admin@localhost',
  SLUICE_ADMIN_PASSWORD: 'a password for tests',
  SLUICE_ADMIN_API_KEY: 'slk_a-key-for-tests',
};

const database = testDatabase();

test('a server killed in the middle of an import: the page says so, catches up by itself, and no row is missing', async () => {
  const port = String(await freePort());
  const folder = await dataFolder();
  const variables = { PORT: port, DATABASE_URL: database.url, SLUICE_DATA_DIR: folder, ...ACCESS };
  const first = runSluice('serve', variables);
  await first.ready();
  await noticeCrashesSooner(database.pool);
  await installSlowDisk(database.pool);
  const hurry = await slowDown(database.url, 'demo', CHUNK_SECONDS);
  const url = `http://127.0.0.1:${port}`;
  const server = { url, apiKey: ACCESS.SLUICE_ADMIN_API_KEY };
  const id = await startFile(server, 'large.csv', largeFile(port), { chunkSize: 10 });
  const page = await signedIn(url);
  await page.goto(`${url}/#/imports/${id}/show`);
  await until(async () => ((await readCount(page, 'Created')) ?? 0) > 0, { what: 'the first rows on the page' });

  first.signal('SIGKILL');
  await first.ended();
  await page.getByText('Connection lost, reconnecting…').first().waitFor();
  expect(await readCount(page, 'Created')).toBeLessThan(ROWS);

  // Nobody has opened this page yet: its code is with the server that is away.
  await page.getByRole('menuitem', { name: 'Taxonomy' }).click();
  const second = runSluice('serve', variables);
  await second.ready();
  await hurry();
  await page.getByRole('heading', { level: 1, name: 'Taxonomy' }).waitFor();
  await page.goBack();
  await waitForStatus(page, 'Completed');
  expect(await readCounts(page)).toMatchObject({ Rows: ROWS, Created: ROWS, Failed: 0, Pending: 0 });
  // What is read anew may be there before the connection is.
  await expect.poll(() => page.getByText('Connection lost, reconnecting…').count()).toBe(0);
  const { rows } = await database.pool.query('SELECT count(*)::int FROM contact WHERE import_id = $1', [id]);
  expect(rows).toEqual([{ count: ROWS }]);
  await page.context().close();
});

async function signedIn(url: string): Promise<Page> {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(url);
  await signIn(page, ACCESS.SLUICE_ADMIN_EMAIL, ACCESS.SLUICE_ADMIN_PASSWORD);
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
  return page;
}

/** Contacts that no earlier try of the test has left in the database. */
function largeFile(domain: string): string {
  const lines = Array.from({ length: ROWS }, (_, index) => `P${index},p${index}@${domain}.example.org`);
  return `First name,Email\n${lines.join('\n')}\n`;
}
