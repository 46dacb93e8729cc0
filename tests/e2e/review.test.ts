import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { chooseFile, openNewImport, waitForStatus } from '../helpers/importPage.ts';

const admin = testConsole();
/** As patient as the clicks are: a page may be loaded for the first time on a busy machine. */
const poll = <Read>(read: () => Read) => expect.poll(read);

const HEAD = 'Title,Start date,Time zone,URL,Venue,Venue city,Organizer,Category';
const event = (number: number, venue: string, city: string, organizer: string, category: string) =>
  `Milonga ${number},2026-03-${10 + number} 20:00,America/New_York,https://c.example.com/e/${number},${venue},${city},${organizer},${category}`;

/** Events whose venues, organizer and categories the project does not know; one venue is much like one of its own. */
const CALENDAR = [
  HEAD,
  event(1, 'Harbour Hall of Old Boston', 'Boston', 'Tango Friends', 'Milonga'),
  event(2, 'Harbour Hall of Old Boston', 'Boston', 'Tango Friends', 'Practica'),
  event(3, 'The Attic', 'Lynn', 'Tango Friends', 'Milonga'),
].join('\n');

beforeAll(async () => {
  // What an import makes is the project's own at once, and in the queue until somebody has looked at it.
  const place = { Venue: 'Harbour Hall', 'Venue city': 'Boston', 'Time zone': 'America/New_York' };
  const rows = [
    { ...place, Title: 'Opening', 'Start date': '2026-02-01 19:00', URL: 'https://c.example.com/opening' },
    { ...place, Title: 'Closing', 'Start date': '2026-12-01 19:00', URL: 'https://c.example.com/closing' },
  ];
  await importByApi(admin.app, { importer: 'events', source: { rows } });
});

async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(`${admin.app.url}/#/${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const entry = (page: Page, name: string): Locator => page.getByRole('article', { name, exact: true });
const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const focused = (page: Page) => page.evaluate('document.activeElement.textContent');

/** Imports the calendar as a person does, and has the rows wait whose venue, organizer or category is not known. */
async function importParked(page: Page): Promise<void> {
  await openNewImport(page);
  await page.getByRole('radio', { name: /^Events/ }).click();
  await chooseFile(page, 'calendar.csv', CALENDAR);
  const go = page.getByRole('button', { name: 'Continue' });
  await go.click();
  await page.getByRole('heading', { level: 2, name: 'Map columns' }).waitFor();
  await go.click();
  for (const name of [/unknown venue/i, /unknown organizer/i, /unknown categor/i]) {
    await page.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: /Hold the row|PARK/ }).click();
  }
  await go.click();
  await page.getByRole('button', { name: 'Skip dry run and import' }).click();
  await waitForStatus(page, 'Completed with errors');
}

test('rows wait for what is not known, and go on once a person has said what it is', async () => {
  const page = await admin.enter();
  await importParked(page);
  await page.getByRole('menuitem', { name: 'Review queue' }).click();
  await page.getByRole('button', { name: 'All (6)' }).waitFor();
  const hall = entry(page, 'Harbour Hall of Old Boston');
  // What rows wait for comes first; what an import made is older, and can wait.
  await poll(() => page.getByRole('article').last().getByRole('heading').textContent()).toBe('Harbour Hall');
  await hall.getByText('2 rows waiting').waitFor();
  await hall.getByRole('button', { name: /^Harbour Hall, Boston.*\d+ ?% match$/ }).click();
  await hall.waitFor({ state: 'detached' });

  // By the keyboard alone: to the next one, choose it, and make those that are left one's own.
  await page.getByRole('button', { name: 'Organizers (1)' }).click();
  await poll(() => page.getByRole('article').count()).toBe(1);
  await entry(page, 'Tango Friends').focus();
  await page.keyboard.press('c');
  await page.getByText('No matches').waitFor();
  await page.getByRole('button', { name: 'Venues (2)' }).click();
  await entry(page, 'Harbour Hall').focus();
  await page.keyboard.press('ArrowUp');
  await poll(() => focused(page)).toMatch(/The Attic/);
  await page.keyboard.press('c');
  await entry(page, 'The Attic').waitFor({ state: 'detached' });
  await poll(() => focused(page)).toMatch(/Harbour Hall/);

  // Several at once. With them nothing keeps the rows any more.
  await page.getByRole('button', { name: 'Categories (2)' }).click();
  await entry(page, 'Practica').waitFor();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).click();
  await page.getByRole('button', { name: 'Ignore all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByText('3 waiting rows are being imported').waitFor();
  const released = page.getByRole('region', { name: 'Resuming rows' });
  await released.getByText('Completed', { exact: true }).waitFor();
  await released.getByText('no failed rows left').waitFor();

  await open(page, 'events', 'Events');
  await rowOf(page, 'Milonga 1').getByText('Harbour Hall, Boston').waitFor();
  await rowOf(page, 'Milonga 3').getByText('The Attic, Lynn').waitFor();
  expect(await rowOf(page, 'Milonga 3').textContent()).toMatch(/Mar 13, 2026, 8:00\sPM.*Tango Friends/);
});

test('what was decided is listed, and can be changed; events are narrowed, and tell their imports and venues', async () => {
  const page = await admin.enter();
  await open(page, 'rules', 'Matching rules');
  await page.getByRole('button', { name: 'Categories', exact: true }).click();
  await rowOf(page, 'Practica').getByText('Nothing: rows are imported without it').waitFor();
  await page.getByRole('button', { name: 'Change the rule for Practica' }).click();
  await page.getByRole('radio', { name: 'A new record' }).click();
  await page.getByRole('textbox', { name: 'Name of the new record' }).fill('Practice');
  await page.getByRole('button', { name: 'Save' }).click();
  await rowOf(page, 'Practica').getByText('Practice', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByRole('textbox', { name: 'In the source' }).fill('Dance class');
  await page.getByRole('combobox', { name: 'In this project' }).fill('Prac');
  await page.getByRole('option', { name: 'Practice' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await rowOf(page, 'Dance class').getByText('Practice').waitFor();

  await page.getByRole('button', { name: 'Delete the rule for Milonga' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await rowOf(page, 'Milonga').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Venues', exact: true }).click();
  await rowOf(page, 'Harbour Hall of Old Boston').getByText('its name, in boston').waitFor();

  await open(page, 'events', 'Events');
  const rows = page.getByRole('table', { name: 'Events' }).locator('tbody tr');
  await poll(() => rows.count()).toBe(5);
  await page.getByLabel('From').fill('2026-11-01');
  await poll(() => rows.count()).toBe(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await poll(() => rows.count()).toBe(5);
  await page.getByRole('combobox', { name: 'Venue' }).fill('attic');
  await page.getByRole('option', { name: 'The Attic, Lynn' }).click();
  await poll(() => rows.count()).toBe(1);
  await page.getByRole('link', { name: 'Milonga 3' }).click();
  await page.getByRole('heading', { level: 1, name: 'Milonga 3' }).waitFor();
  await page.getByRole('region', { name: 'Import history' }).getByRole('link', { name: 'calendar.csv' }).waitFor();
  await page.getByRole('link', { name: 'The Attic' }).click();
  await page.getByRole('heading', { level: 1, name: 'The Attic' }).waitFor();
  await page.getByRole('region', { name: 'Events here' }).getByRole('link', { name: 'Milonga 3' }).waitFor();
});

test('several are linked each to its likeliest, one to what a search finds; what a calendar has no more is shown', async () => {
  const venues = ['Harbour Hall by the Long Wharf', 'The Attic above the Old Bakery', 'Zzyzx'];
  const rows = venues.map((Venue, index) => ({
    ...{ Title: `Late ${index}`, 'Start date': '2026-05-01 20:00', URL: `https://c.example.com/late/${index}` },
    ...{ 'Time zone': 'America/New_York', Venue },
  }));
  await importByApi(admin.app, { importer: 'events', source: { rows }, options: { unknownVenue: 'PARK' } });
  const page = await admin.enter();
  await open(page, 'review', 'Review queue');
  for (const name of venues.slice(0, 2)) await page.getByRole('checkbox', { name: `Select ${name}` }).click();
  await page.getByRole('button', { name: 'Link each to its best match' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await entry(page, 'Harbour Hall by the Long Wharf').waitFor({ state: 'detached' });
  await entry(page, 'Zzyzx').focus();
  await page.keyboard.press('l');
  await page.getByRole('combobox', { name: 'Venue' }).fill('att');
  await page.getByRole('option', { name: 'The Attic, Lynn' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Link', exact: true }).click();
  await entry(page, 'Zzyzx').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Resuming rows' }).getByText('no failed rows left').waitFor();
  await open(page, 'events', 'Events');
  await rowOf(page, 'Late 0').getByText('Harbour Hall, Boston').waitFor();
  await rowOf(page, 'Late 1').getByText('The Attic, Lynn').waitFor();
  await rowOf(page, 'Late 2').getByText('The Attic, Lynn').waitFor();

  // An import says which events its calendar has no more, and leads to them.
  const opening = { Title: 'Opening', 'Start date': '2026-02-01 19:00', 'Time zone': 'America/New_York' };
  const kept = [{ ...opening, URL: 'https://c.example.com/opening' }];
  const options = { completeFrom: '2026-12-01', completeTo: '2026-12-02' };
  const id = await importByApi(admin.app, { importer: 'events', source: { rows: kept }, options });
  await page.goto(`${admin.app.url}/#/imports/${id}/show`);
  await page.getByRole('link', { name: 'Show missing events' }).click();
  await page.getByRole('button', { name: /^Missing from inline rows/ }).waitFor();
  const titles = page.getByRole('table', { name: 'Events' }).locator('tbody tr a');
  await poll(() => titles.allTextContents()).toContain('Closing');
  expect(await titles.allTextContents()).not.toContain('Opening');
});
