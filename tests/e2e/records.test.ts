import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectFits, PHONE, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';

const admin = testConsole();
/** As patient as the clicks are: a page may be loaded for the first time on a busy machine. */
const poll = <Read>(read: () => Read) => expect.poll(read);
/** Twenty pages of them: by hand it was looked at with ten thousand. */
const CHILDREN = 2_000;

beforeAll(async () => {
  const zoe = { 'First name': 'Zoe', 'Last name': 'Quill', Email: 'zoe@r.example.com', Company: 'Old' };
  const others = Array.from({ length: 30 }, (_, index) => ({
    'First name': 'Someone',
    Email: `s${index}@r.example.com`,
  }));
  await importByApi(admin.app, { source: { rows: [...others, zoe] }, options: { listName: 'Friends' } });
  await importByApi(admin.app, { source: { rows: [{ ...zoe, Company: 'New' }] }, onDuplicate: 'UPDATE' });
  const pages = [
    '',
    'a',
    'a/first',
    ...Array.from({ length: CHILDREN }, (_, index) => `many/p${String(index).padStart(4, '0')}`),
  ];
  const rows = ['many', ...pages].map((path) => ({ url: `https://r.example.com/${path}` }));
  await importByApi(admin.app, { importer: 'taxonomy', source: { rows } });
});

async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(`${admin.app.url}/#/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const contacts = (page: Page) => page.getByRole('table', { name: 'Contacts' }).locator('tbody tr');

describe('contacts', () => {
  test('are found by what one knows of them, and show which imports touched them and what each changed', async () => {
    const page = await admin.enter();
    await page.getByRole('menuitem', { name: 'Contacts', exact: true }).click();
    await contacts(page).nth(24).waitFor();
    await page.getByRole('searchbox').fill('quill zoe');
    await poll(() => contacts(page).count()).toBe(1);
    await page.getByRole('link', { name: 'Zoe Quill' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zoe Quill' }).waitFor();
    const entries = page.getByRole('region', { name: 'Import history' }).locator('ol > li');
    await poll(() => entries.count()).toBe(2);
    expect(await entries.first().textContent()).toMatch(/Updated.*Company.*Old.*New/);
    expect(await entries.last().textContent()).toMatch(/Created.*row 31/);
    await entries.last().getByRole('link', { name: 'inline rows' }).click();
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('link', { name: 'Show the contacts of this import' }).click();
    await page.getByText('1–25 of 31').waitFor();
    await page.getByRole('button', { name: 'In import inline rows' }).waitFor();
  });

  test('of a list are shown from the list, which says who put them there; filters are kept under a name, and what they leave is exported', async () => {
    const page = await admin.enter();
    await page.getByRole('menuitem', { name: 'Contact lists' }).click();
    await page.getByRole('link', { name: 'Friends' }).click();
    const touched = page.getByRole('region', { name: 'Import history' });
    await touched.getByText(/Created.*inline rows/).waitFor();
    await touched.getByText('Contacts added31').waitFor();
    await page.getByRole('link', { name: 'Show all 31 contacts' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).getByText('1–25 of 31').waitFor();
    await page.getByRole('combobox', { name: 'On list' }).getByText('Friends').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await poll(() => contacts(page).count()).toBe(6);

    await page.getByRole('searchbox').fill('quill');
    await poll(() => contacts(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Save this filter…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Quills');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('No matching contacts').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await poll(() => contacts(page).count()).toBe(25);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Quills', exact: true }).click();
    await poll(() => contacts(page).count()).toBe(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const [header, zoe, end] = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
    expect(header).toBe('\uFEFFFirst name,Last name,E-mail,Company');
    expect(zoe).toBe('Zoe,Quill,zoe@r.example.com,New');
    expect(end).toBe('');
    await open(page, 'contacts/01900000-0000-7000-8000-000000000000/show', 'Record not found');
  });
});

/** The keyboard is on this line of the tree. */
const standsOn = (page: Page, name: RegExp) =>
  poll(() => page.evaluate('document.activeElement.textContent')).toMatch(name);

describe('the taxonomy', () => {
  const node = (page: Page, title: string) => page.getByRole('treeitem').filter({ hasText: new RegExp(`^${title}`) });

  test('is walked by the keyboard and searched; of thousands of siblings those in sight are drawn', async () => {
    const page = await admin.enter();
    await open(page, 'taxonomy', 'Taxonomy');
    const root = page.getByRole('treeitem').first();
    const press = (key: string) => page.keyboard.press(key);
    // The only site stands open.
    await node(page, 'Many').waitFor();
    await root.focus();
    expect(await root.getAttribute('aria-expanded')).toBe('true');
    await press('ArrowRight');
    await press('m');
    await standsOn(page, /^Many/);
    await press('ArrowRight');
    await node(page, 'P0000').waitFor();
    await press('ArrowRight');
    await standsOn(page, /^P0000/);
    await press('End');
    await standsOn(page, /^P1999/);
    const last = node(page, 'P1999');
    expect(await last.getAttribute('aria-setsize')).toBe(String(CHILDREN));
    expect(await last.getAttribute('aria-posinset')).toBe(String(CHILDREN));
    expect(await page.getByRole('treeitem').count()).toBeLessThan(100);
    await page.getByText('r.example.com › Many', { exact: true }).waitFor();
    await press('ArrowLeft');
    await standsOn(page, /^Many/);
    await press('ArrowLeft');
    await poll(() => node(page, 'P0000').count()).toBe(0);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Many' }).waitFor();
    await page.goBack();
    await standsOn(page, /^Many/);

    // A search leads to a page, and to its place in the tree; so does the way back.
    await page.getByRole('searchbox').fill('many/p1777');
    await page.getByRole('link', { name: /Many › P1777/ }).click();
    await standsOn(page, /^P1777/);
    expect(await node(page, 'P1777').getAttribute('aria-level')).toBe('3');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'P1777' }).waitFor();
    await page.goBack();
    await standsOn(page, /^P1777/);

    await page.getByRole('searchbox').fill('/a/first');
    await page.getByRole('link', { name: 'First', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'First' }).waitFor();
    await page.getByRole('region', { name: 'Details' }).getByRole('link', { name: 'A', exact: true }).waitFor();
    await page.getByRole('region', { name: 'Import history' }).getByText('Created').waitFor();
    await page.getByRole('link', { name: 'Show in the tree' }).click();
    await standsOn(page, /^First/);
  });
});

describe('a taxonomy of a deep site', () => {
  test('opens seventeen levels down on a phone, by the keyboard, and each says its name', async () => {
    const level = (depth: number) =>
      Array.from({ length: depth }, (_, at) => `a-long-name-of-level-${at + 1}`).join('/');
    const rows = Array.from({ length: 18 }, (_, depth) => ({ url: `https://deep.example.com/${level(depth)}` }));
    await importByApi(admin.app, { importer: 'taxonomy', source: { rows } });
    const page = await admin.enter({ viewport: PHONE });
    await open(page, 'taxonomy', 'Taxonomy');
    await page.getByRole('treeitem', { name: /deep\.example\.com/ }).focus();
    for (let depth = 1; depth <= 17; depth += 1) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('treeitem', { name: new RegExp(`level ${depth}\\b`, 'i') }).waitFor();
      await page.keyboard.press('ArrowRight');
    }
    const last = page.getByRole('treeitem', { name: /level 17/i });
    expect(await last.getAttribute('aria-level')).toBe('18');
    // What tells it from the others is there to read: its name has most of the line.
    const name = await last
      .getByText(/level 17/i)
      .first()
      .boundingBox();
    expect(name?.width).toBeGreaterThan(150);
    await expectFits(page);
  });
});

test('the overview says what failed last, and keeps up with what runs', async () => {
  const page = await admin.enter();
  await open(page, 'overview', 'Overview');
  await page.getByText('Live', { exact: true }).waitFor();
  const failures = page.getByRole('region', { name: 'Recent failures' });
  await failures.getByRole('link', { name: 'contacts-sample.csv' }).waitFor();
  const source = { rows: [{ 'First name': 'X', Email: 'x' }] };
  await importByApi(admin.app, { source, mode: 'ASYNC', dryRun: true });
  await importByApi(admin.app, { source, mode: 'ASYNC' });
  await failures.getByRole('link', { name: 'inline rows' }).waitFor();
  // What a dry run found has done no harm.
  expect(await failures.getByRole('link', { name: 'inline rows' }).count()).toBe(1);

  // A day is one of where the person is.
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Kiritimati' });
  const asked = page.waitForRequest((request) => /"timeZone":"Pacific\/Kiritimati"/.test(request.postData() ?? ''));
  await Promise.all([1, 2, 3, 4].map(() => importByApi(admin.app, { source })));
  await page.reload();
  await asked;
  await failures.getByRole('link', { name: 'All 6' }).click();
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  await poll(() => page.getByRole('row', { name: /Completed with errors/ }).count()).toBe(6);
});
