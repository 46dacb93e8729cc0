import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectUsable, putInto, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { cellOf, openImported, openNewImport, startImport, typeInto, waitForStatus } from '../helpers/importPage.ts';

// Each page is looked at whole: at a desk in the light, and on a phone in the dark.

const admin = testConsole();

beforeAll(async () => {
  const zoe = { 'First name': 'Zoe', 'Last name': 'Quill', Email: 'zoe@r.example.com', Company: 'Old' };
  await importByApi(admin.app, { source: { rows: [zoe] }, options: { listName: 'Friends' } });
  await importByApi(admin.app, { source: { rows: [{ ...zoe, Company: 'New' }] }, onDuplicate: 'UPDATE' });
  const urls = ['', 'a', 'a/first', 'many'].map((path) => ({ url: `https://r.example.com/${path}` }));
  await importByApi(admin.app, { importer: 'taxonomy', source: { rows: urls } });
  const event = { Title: 'Opening', 'Start date': '2026-02-01 19:00', 'Time zone': 'America/New_York' };
  const place = { Venue: 'Harbour Hall', 'Venue city': 'Boston', Organizer: 'Tango Friends' };
  const other = { ...event, Title: 'Closing', Venue: 'The Attic', 'Venue city': 'Lynn' };
  await importByApi(admin.app, { importer: 'events', source: { rows: [{ ...event, ...place }, other] } });
});

async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(`${admin.app.url}/#/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('every page is accessible and fits', () => {
  test('the history, a new import, and an import', async () => {
    const page = await admin.enter();
    await page.getByRole('button', { name: 'Needs attention' }).waitFor();
    await expectUsable(page);

    await openNewImport(page);
    await page.getByRole('button', { name: 'Try a sample' }).waitFor();
    await expectUsable(page);

    await page.getByRole('button', { name: 'Try a sample' }).click();
    await startImport(page);
    await waitForStatus(page, 'Completed with errors');
    for (const tab of [/^Failed rows/, 'Mapping', 'Details', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectUsable(page);
    }
  });

  test('the overview and the records', async () => {
    const page = await admin.enter();
    const look = () => expectUsable(page);
    await open(page, 'overview', 'Overview');
    await page.getByRole('img', { name: /rows in 30 days/ }).waitFor();
    await look();
    await open(page, 'contacts', 'Contacts');
    await page.getByRole('link', { name: 'Zoe Quill' }).first().waitFor();
    await look();
    await page.getByRole('link', { name: 'Zoe Quill' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Zoe Quill' }).waitFor();
    await page.getByText('Old').first().waitFor();
    await look();
    await open(page, 'contact-lists', 'Contact lists');
    await page.getByRole('link', { name: 'Friends' }).waitFor();
    await look();
    await page.getByRole('link', { name: 'Friends' }).click();
    await page.getByRole('heading', { level: 1, name: 'Friends' }).waitFor();
    await page.getByRole('heading', { name: 'Import history' }).waitFor();
    await look();
    await open(page, 'taxonomy', 'Taxonomy');
    await page.getByRole('treeitem').first().waitFor();
    await look();
    await page.getByRole('treeitem').first().click();
    await page.getByRole('heading', { name: 'Import history' }).waitFor();
    await page.getByText('Created').waitFor();
    await look();
  });

  test('events, what belongs to them, and the review queue', async () => {
    const page = await admin.enter();
    const look = () => expectUsable(page);
    await open(page, 'review', 'Review queue');
    const hall = page.getByRole('article', { name: 'Harbour Hall', exact: true });
    await hall.waitFor();
    await look();
    await hall.getByRole('button', { name: 'Link to another record…' }).click();
    await page.getByRole('combobox', { name: 'Venue' }).fill('att');
    await page.getByRole('option', { name: 'The Attic, Lynn' }).waitFor();
    await look();
    await open(page, 'rules', 'Matching rules');
    const venues = page.getByRole('button', { name: 'Venues', exact: true });
    await venues.click();
    await expect.poll(() => venues.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Add rule' }).click();
    await page.getByRole('textbox', { name: 'In the source' }).fill('Upper Attic');
    await page.getByRole('combobox', { name: 'In this project' }).fill('att');
    await page.getByRole('option', { name: 'The Attic, Lynn' }).click();
    await look();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Upper Attic' }).waitFor();
    await look();
    for (const [list, title, name] of [
      ['events', 'Events', 'Opening'],
      ['venues', 'Venues', 'Harbour Hall'],
      ['organizers', 'Organizers', 'Tango Friends'],
    ] as const) {
      await open(page, list, title);
      await page.getByRole('link', { name, exact: true }).waitFor();
      await look();
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('heading', { level: 2 }).last().waitFor();
      await look();
    }
  });

  test('the project', async () => {
    const page = await admin.enter();
    await open(page, 'project', 'Project');
    for (const tab of ['General', 'People', 'API keys', 'Notifications', 'History', 'Server']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
      await expectUsable(page);
    }
    await page.getByRole('tab', { name: 'API keys' }).click();
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByRole('dialog').waitFor();
    await expectUsable(page);
  });

  test('the grid of failed rows while one works in it', async () => {
    const page = await admin.enter();
    await openImported(
      page,
      admin.app,
      ['looks.csv', 'First name,Phone,Email\nAda,11,\nBo,12,\nCy,13,\nLast,,ok@looks.example.com\n'],
      'Completed with errors',
    );
    await typeInto(page, 1, 'Phone', '+1 312 555 0161');
    await typeInto(page, 2, 'Phone', 'no');
    await page.getByText('1 would be imported · 1 would still fail').waitFor();
    await cellOf(page, 3, 'Phone').click();
    await expectUsable(page);
    await page.getByRole('button', { name: 'Replace…' }).click();
    await page.getByText('0 of 3 rows would change').or(page.getByText('3 of 3 rows would change')).waitFor();
    await expectUsable(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard all 3 rows' }).click();
    await page.getByRole('dialog').waitFor();
    await expectUsable(page);
  });

  test('signing in', async () => {
    const page = await admin.visit();
    await page.getByLabel('E-mail').waitFor();
    await expectUsable(page);
    await putInto(page, 'dark');
    await expectAccessible(page);
  });
});
