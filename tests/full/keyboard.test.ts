import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { askAs } from '../helpers/askAs.ts';
import { testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { arrive, focused, openAndLeave, walk } from '../helpers/keyboardWalk.ts';
import { until } from '../helpers/until.ts';

const admin = testConsole();

/** Something of everything that the console has a page for. */
beforeAll(async () => {
  const people = [
    { 'First name': 'Zoe', Email: 'zoe@k.example.com' },
    { 'First name': 'Bad', Email: 'not an address' },
  ];
  const event = { Title: 'Milonga', 'Start date': '2026-12-01 19:00', 'Time zone': 'America/New_York' };
  const names = { Venue: 'Harbour Hall', 'Venue city': 'Boston', Organizer: 'Tango Friends', Category: 'Dance' };
  await importByApi(admin.app, { source: { rows: people }, options: { listName: 'Friends' } });
  await importByApi(admin.app, { importer: 'events', source: { rows: [{ ...event, ...names }] } });
  await importByApi(admin.app, { importer: 'taxonomy', source: { rows: [{ url: 'https://k.example.com/a/b' }] } });
});

const SCHEDULE = `mutation ($id: ID!) { createSchedule(input: { projectId: $id, name: "nightly", importer: "contacts",
  url: "https://k.example.com/people.csv", cron: "0 6 * * *" }) { __typename } }`;

const SKIP = 'Skip to content';
const MENU = 'a[role="menuitem"]';

/** The page has what it asked for. */
async function settle(page: Page): Promise<void> {
  const waiting = page.locator('#main-content').getByRole('progressbar', { name: 'Loading' });
  await until(async () => (await waiting.count()) === 0, { what: 'the page to be loaded' });
}

/** Goes through the page's own part by Tab, from the link that leads past the menu. */
async function walkPage(page: Page, what: string): Promise<void> {
  await settle(page);
  await page.locator('.skip-nav-button').press('Enter');
  const { stops, ...found } = await walk(page, '#main-content');
  expect({ what, ...found }).toEqual({ what, unreached: [], unseen: [], covered: [], ended: true });
  expect(stops).not.toEqual([]);
}

/** Follows a link by the keyboard alone, which leads to the heading of the page behind it, and goes through that. */
async function walkInto(page: Page, link: Locator): Promise<void> {
  await link.press('Enter');
  await walkPage(page, await arrive(page));
}

/** What opens a form or a question in the project's parts. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  People: ['Add member', 'Leave'],
  'API keys': ['New API key'],
  Notifications: ['Rotate secret'],
};

async function walkTabs(page: Page): Promise<void> {
  for (const tab of (await page.getByRole('tab').all()).slice(1)) {
    await tab.press('Enter');
    const name = await tab.innerText();
    await walkPage(page, name);
    await openEach(page, ...(OPENERS[name] ?? []));
  }
}

/** Opens what each of these buttons opens, goes round in it and leaves it, by the keyboard alone. */
async function openEach(page: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const { inside, ...rest } = await openAndLeave(page, page.getByRole('button', { name }).first());
    const { stops: _, ...found } = inside ?? {};
    expect({ name, ...rest, ...found }).toMatchObject({ name, held: true, returned: true });
    if (inside) expect({ name, ...found }).toMatchObject({ unreached: [], unseen: [], covered: [] });
  }
}

test('every page is gone through by the keyboard alone: nothing is left out, nothing unseen, and a link leads to what it names', async () => {
  const page = await admin.enter();
  await askAs(page, SCHEDULE, { id: admin.app.projectId });
  await page.reload();
  await page.getByRole('button', { name: 'Needs attention' }).waitFor();
  await settle(page);
  const whole = await walk(page, 'body');
  expect(whole).toMatchObject({ unreached: [], unseen: [], covered: [], ended: true });
  expect(whole.stops[0]).toBe(`button "${SKIP}"`);
  await page.getByRole('button', { name: 'All', exact: true }).press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('BUTTON In progress');
  await openEach(page, 'Language', /^Account of/, 'Saved filters');

  const entries = await page.locator(MENU).all();
  for (const href of await Promise.all(entries.map((entry) => entry.getAttribute('href')))) {
    const entry = page.locator(`${MENU}[href="${href}"]`);
    await walkInto(page, entry);
    for (const end of ['/show', '/create']) {
      const link = page.locator(`#main-content a[href^="${href}/"][href$="${end}"]`).first();
      if ((await link.count()) === 0) continue;
      await walkInto(page, link);
      await entry.press('Enter');
      await arrive(page);
      await settle(page);
    }
  }
  await walkTabs(page);
});
