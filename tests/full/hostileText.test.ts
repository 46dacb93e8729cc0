import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { askAs } from '../helpers/askAs.ts';
import { expectFits, PHONE, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';

const admin = testConsole();

describe('any text of a source', () => {
  const MARKUP = '<img src=x onerror=alert(1)>';
  const RUNS = 'javascript:alert(2)';
  const WIDE = 'W'.repeat(500);
  const RIGHT_TO_LEFT = '\u202Eمرحبا بالعالم';
  const TEXTS = [MARKUP, WIDE, RIGHT_TO_LEFT];
  const IDS = `query ($id: ID!) { contacts(projectId: $id, filter: { search: "t.example.com" }) { edges { node { id } } }
    contactLists(projectId: $id, search: "img") { edges { node { id } } }
    taxonomyNodes(projectId: $id, filter: { site: "https://t.example.com" }) { edges { node { id } } }
    events(projectId: $id) { edges { node { id } } } venues(projectId: $id) { edges { node { id } } }
    organizers(projectId: $id) { edges { node { id } } } }`;
  const AREAS: Readonly<Record<string, string>> = { contactLists: 'contact-lists', taxonomyNodes: 'taxonomy' };
  const LISTS = [
    ['contacts', 'Contacts'],
    ['contact-lists', 'Contact lists'],
    ['taxonomy', 'Taxonomy'],
    ['events', 'Events'],
    ['venues', 'Venues'],
    ['organizers', 'Organizers'],
    ['review', 'Review queue'],
  ] as const;
  interface Found {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  }

  beforeAll(async () => {
    const people = TEXTS.map((text, index) => ({
      ...{ 'First name': text, Company: text, Email: `${index}@t.example.com`, Website: RUNS, [text]: text },
    }));
    await importByApi(admin.app, { source: { rows: people }, options: { listName: MARKUP } });
    const events = TEXTS.map((text, index) => ({
      ...{ Title: text, 'Start date': `2026-03-1${index} 20:00`, 'Time zone': 'UTC', Website: RUNS },
      ...{ URL: `https://t.example.com/e/${index}`, Description: `${text}<script>alert(3)</script>` },
      ...(index === 1 ? {} : { Venue: text, 'Venue city': text, Organizer: text, Category: text }),
    }));
    await importByApi(admin.app, { importer: 'events', source: { rows: events } });
    const pages = [...TEXTS, RUNS].map((title, index) => ({ url: `https://t.example.com/${index}`, title }));
    await importByApi(admin.app, { importer: 'taxonomy', source: { rows: pages } });
  });

  test('is shown as text, runs nothing and fits a phone, and each kind of record tells the import it came by', async () => {
    const page = await admin.enter({ viewport: PHONE });
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    const found: Readonly<Record<string, Found>> = await askAs(page, IDS, { id: admin.app.projectId });
    const records = Object.entries(found).flatMap(([kind, { edges }]) =>
      edges.map(({ node: { id } }) => ({ id, path: `${AREAS[kind] ?? kind}/${id}/show` })),
    );
    expect(records.length).toBeGreaterThanOrEqual(15);
    for (const { id, path } of records) {
      await page.goto(`${admin.app.url}/#/${path}`);
      await page.getByText(id, { exact: true }).waitFor();
      await page
        .getByRole('region', { name: 'Import history' })
        .getByText(/^Created/)
        .waitFor();
      await expectPlain(page, path);
    }
    for (const [path, title] of LISTS) {
      await page.goto(`${admin.app.url}/#/${path}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText(MARKUP).first().waitFor();
      await expectPlain(page, path);
    }
    expect(dialogs).toBe(0);
  });

  async function expectPlain(page: Page, path: string): Promise<void> {
    const harmful = 'img[src="x"], [onerror], a[href^="javascript" i], #root script, body > script:not([src])';
    expect(await page.locator(harmful).count(), path).toBe(0);
    await expectFits(page);
  }
});
