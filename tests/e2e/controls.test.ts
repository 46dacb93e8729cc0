import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible, expectUsable, testConsole } from '../helpers/consolePage.ts';
import { OUTCOMES, openImported, readCount, readCounts, waitForStatus } from '../helpers/importPage.ts';
import { slowDown } from '../helpers/slowDisk.ts';
import { startFile } from '../helpers/startFile.ts';

const admin = testConsole();
/** Chunks that take minutes on a slow disk: time enough to press a button. */
const MANY = 1_200;
const CHUNKS = { chunkSize: 10 };
const CHUNK_SECONDS = 1;

describe('an import at work', () => {
  let hurry = async () => {};
  beforeEach(async () => {
    hurry = await slowDown(admin.app.databaseUrl, admin.app.projectId, CHUNK_SECONDS);
  });
  afterEach(() => hurry());

  test('is paused, stands still, goes on where it stopped, and every row is there once', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['paused.csv', contacts('paused', MANY)], 'Running', CHUNKS);
    // Paused while its source is still read, it may have no chunk that is pending.
    await expect.poll(() => readCount(page, 'Rows')).toBe(MANY);
    await page.getByRole('button', { name: 'Pause' }).click();
    // The message passes, the status stays.
    await page.getByText('Import paused').waitFor();
    await waitForStatus(page, 'Paused');
    await page
      .getByRole('region', { name: 'Chunks' })
      .getByText(/^Pending/)
      .waitFor();
    const created = await readCount(page, 'Created');
    await page.reload();
    await waitForStatus(page, 'Paused');
    expect(await readCount(page, 'Created')).toBe(created);

    await hurry();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Import resumed').waitFor();
    await waitForStatus(page, 'Completed');
    expect(await readCounts(page)).toMatchObject({ Rows: MANY, Created: MANY, Pending: 0 });
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel').getByText('Resumed').waitFor();
  });

  test('is cancelled after a question, and what it did stays', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['cancelled.csv', contacts('cancelled', MANY)], 'Running', CHUNKS);
    await page.getByRole('button', { name: 'Cancel import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel this import?' });
    await dialog.getByRole('button', { name: 'Keep importing' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await dialog.getByRole('button', { name: 'Cancel import' }).click();
    await waitForStatus(page, 'Cancelled');
    const { Rows, ...outcomes } = await readCounts(page);
    if (Rows !== null) expect(OUTCOMES.reduce((sum, name) => sum + (outcomes[name] ?? 0), 0)).toBe(Rows);
    await page.getByRole('button', { name: 'Resume' }).waitFor();
  });

  test('a refusal is told in the words of the server, and the page catches up', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['late.csv', contacts('late', MANY)], 'Running', CHUNKS);
    // What another person does while this page knows nothing of it yet.
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation PauseImport')) return route.continue();
      const id = page.url().split('/').at(-2);
      await cancel(id ?? '');
      return route.continue();
    });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^An import that is Cancelled cannot be paused/).waitFor();
    await waitForStatus(page, 'Cancelled');
  });
});

describe('an import that is over', () => {
  test('that failed says why and can be resumed, and its history tells of both', async () => {
    const page = await admin.enter();
    // The steps of a new import let nobody start this one; a script may.
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0]);
    await startFile(admin.app, 'picture.csv', picture);
    await page.getByRole('link', { name: 'picture.csv' }).click();
    await waitForStatus(page, 'Failed');
    await page.getByRole('alert').getByText('Reason').waitFor();

    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Import resumed').waitFor();
    // The file is no better than before, so that it ends as it did.
    await waitForStatus(page, 'Failed');
    await page.getByRole('tab', { name: 'History' }).click();
    await expect.poll(() => page.getByRole('tabpanel').textContent()).toMatch(/resume/i);
  });

  test('shows its chunks one by one', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['chunks.csv', contacts('chunks', 3_000)], 'Completed');
    const chunks = page.getByRole('region', { name: 'Chunks' });
    await chunks.getByText(/^Done/).waitFor();
    await chunks.getByRole('button', { name: 'Show chunks' }).click();
    const table = page.getByRole('dialog').getByRole('table');
    await table.getByText(/–3,000$/).waitFor();
    await expectAccessible(page);
  });

  test('says what an undo would do, does it, and lists what it kept: a desk in the light, a phone in the dark', async () => {
    const page = await admin.enter();
    await openImported(page, admin.app, ['undo.csv', contacts('undo', 3)], 'Completed');
    const url = page.url();
    await openImported(page, admin.app, ['undo-2.csv', `${contacts('undo', 1).trimEnd()}\n`], 'Completed');
    await page.goto(url);
    // Until the first import is drawn, the button is that of the second.
    await page.getByRole('heading', { level: 1, name: 'undo.csv' }).waitFor();
    await page.getByRole('button', { name: 'Undo import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo this import?' });
    await dialog.getByText(/^2 records return/).waitFor();
    await dialog.getByText(/^1 record stays/).waitFor();
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await waitForStatus(page, 'Undone');
    const report = page.getByRole('region', { name: 'Undo results' });
    await expect.poll(() => report.locator('dd').allTextContents()).toEqual(['2', '1', '0']);
    await report.getByRole('table', { name: 'Kept records' }).locator('tbody tr').waitFor();
    await expectUsable(page);
  });
});

async function cancel(id: string): Promise<void> {
  await fetch(`${admin.app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.app.apiKey}` },
    body: JSON.stringify({ query: 'mutation ($id: ID!) { cancelImport(id: $id) { __typename } }', variables: { id } }),
  });
}

function contacts(name: string, rows: number): string {
  const line = (row: number) => `Person,${row},p${row}@${name}.example.com`;
  return `First name,Last name,Email\n${Array.from({ length: rows }, (_, row) => line(row)).join('\n')}\n`;
}
