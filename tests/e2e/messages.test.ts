import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectUsable, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { importFile } from '../helpers/importPage.ts';
import { webhookReceiver } from '../helpers/receivers.ts';

const receiver = webhookReceiver();
const admin = testConsole(() => ({ SLUICE_ALLOWED_HOSTS: receiver.host }));
let id = '';

beforeAll(async () => {
  const good = { 'First name': 'Zoe', Email: 'zoe@m.example.com' };
  const bad = { 'First name': 'Bad', Email: 'not an address' };
  id = await importByApi(admin.app, {
    source: { rows: [good, bad] },
    webhookUrl: receiver.url,
    notifyEmails: [admin.app.adminEmail],
  });
});

async function openImport(page: Page, tab: RegExp | string): Promise<void> {
  await page.goto(`${admin.app.url}/#/imports/${id}/show`);
  await page.getByRole('tab', { name: tab }).click();
}

test('messages of an import stand on its page with their attempts, accessible and fit, and are sent again when one asks', async () => {
  const page = await admin.enter();
  await openImport(page, 'Messages');
  const webhook = page.getByRole('listitem').filter({ hasText: receiver.url });
  await webhook.getByText('Delivered').waitFor();
  await expect.poll(() => webhook.textContent()).toMatch(/responded with 204/);
  await page.getByText('Not sent: no mail server is configured').waitFor();
  await page.getByRole('region', { name: 'Assessment' }).waitFor();
  await expectUsable(page);
  await webhook.getByRole('button', { name: /^Resend/ }).click();
  await expect.poll(() => webhook.getByRole('listitem').count()).toBe(2);
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toHaveLength(2);
});

test('failed rows and the history are downloaded, as CSV and as JSON Lines', async () => {
  const page = await admin.enter();
  const download = async (button: string, format: RegExp) => {
    await page.getByRole('button', { name: button }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    return readFile(await file.path(), 'utf8');
  };
  await openImport(page, /^Failed rows/);
  expect(await download('Download failed rows', /^CSV/)).toContain('not an address');
  const [line = ''] = (await download('Download failed rows', /^JSON Lines/)).split('\n');
  expect(JSON.stringify(JSON.parse(line))).toContain('not an address');
  await page.getByRole('tab', { name: 'History' }).click();
  expect(await download('Download import history', /^CSV/)).toContain('START');
});

test('an import says whether it is a go, with its rates against their thresholds', async () => {
  const page = await admin.enter();
  await openImport(page, 'Details');
  const panel = page.getByRole('region', { name: 'Assessment' });
  await panel.getByText('No-go').waitFor();
  expect(await panel.textContent()).toMatch(/Successful rowsmissed50% \(at least 85%\)/);
});

test('a row that came back leads from one import to the other', async () => {
  const page = await admin.enter();
  await openImport(page, /^Failed rows/);
  const row = page.getByRole('row', { name: /not an address/ });
  await row.waitFor();
  await page.getByRole('button', { name: 'Download failed rows' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV/ }).click(),
  ]);
  const returned = (await readFile(await file.path(), 'utf8')).replaceAll('not an address', 'still none');
  await page.getByRole('link', { name: 'All imports' }).click();
  await importFile(page, 'returned.csv', returned, 'Completed with errors');
  await page.getByRole('link', { name: 'Reimported from row 2 of an earlier import' }).click();
  // Until the earlier import is drawn, the filter on the page is that of the import that is left.
  await page.getByRole('heading', { level: 1, name: 'inline rows' }).waitFor();
  await page.getByRole('button', { name: /^Discarded/ }).click();
  await page.getByRole('link', { name: 'Reimported as row 1 of a later import' }).waitFor();
});
