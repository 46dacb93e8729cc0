import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';

const admin = testConsole();

beforeAll(async () => {
  await importByApi(admin.app, { source: { rows: [{ 'First name': 'Ada', Email: 'ada(at)h.example.com' }] } });
  await importByApi(admin.app, { importer: 'taxonomy', source: { rows: [{ url: 'https://h.example.com/' }] } });
});

const rows = (page: Page) => page.getByRole('table', { name: 'Imports' }).locator('tbody tr');

describe('the history', () => {
  test('is searched, and narrowed by importer, status and day, all at once', async () => {
    const page = await admin.enter();
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.getByRole('combobox', { name: 'Importer' }).click();
    await page.getByRole('option', { name: 'Contacts' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('searchbox', { name: /^Search by name/ }).fill('INLINE');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Completed', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByText('No imports match this filter').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);

    await page.getByLabel('To', { exact: true }).fill('2020-01-31');
    await page.getByText('No imports match this filter').waitFor();
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2020-01-31');
    await page.getByLabel('To', { exact: true }).fill('');
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  test('is ordered by its heads, the other way when chosen again', async () => {
    const page = await admin.enter();
    const head = page.getByRole('columnheader', { name: 'Started', exact: true });
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: 'Started', exact: true }).click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(() => rows(page).first().textContent()).toContain('contacts-sample.csv');
  });

  test('keeps a filter under a name, which is there after a reload and can be removed', async () => {
    const page = await admin.enter();
    await page.getByRole('button', { name: 'Needs attention' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Save this filter…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('To mend');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.reload();
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'To mend', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Needs attention' }).getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('button', { name: 'Saved filters' }).click();
    await page.getByRole('menuitem', { name: 'Remove “To mend”' }).click();
    await expect.poll(() => page.getByRole('menuitem', { name: 'To mend', exact: true }).count()).toBe(0);
  });
});

describe('the language', () => {
  test('is chosen, said to the browser, and remembered', async () => {
    const page = await admin.enter();
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Importe' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Importe' }).waitFor();
    await page.locator('html[lang=de]').waitFor();

    await page.getByRole('link', { name: 'eingefügte Zeilen' }).last().click();
    await page.locator('header').getByText('Mit Fehlern abgeschlossen').waitFor();
    await page.getByRole('button', { name: /Ungültige E-Mail-Adresse/ }).waitFor();
    await page.getByText('Schreiben Sie eine Adresse mit Domain').first().waitFor();

    const mapping = ['Colour', 'Size'].map((column) => ({ column, field: null }));
    const id = await importByApi(admin.app, { source: { rows: [{ Colour: 'red', Size: '7' }] }, mapping });
    await page.goto(`${admin.app.url}/#/imports/${id}/show`);
    await page.getByText('Keine der 2 Spalten gehört zu einem Feld von „Kontakte“ (etwa Vorname').waitFor();
    for (const tab of ['Einzelheiten', 'Verlauf']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText(tab === 'Verlauf' ? 'Importer: Kontakte' : 'höchstens 500 kB und 500 Zeilen').waitFor();
      const lines = (await page.locator('main').innerText()).split('\n');
      expect(lines.filter((line) => /\b(the|is|are|of|by|with|and|at|no|rows?|source|error)\b/i.test(line))).toEqual(
        [],
      );
    }
  });

  test('is at first that of the browser, with its numbers', async () => {
    const page = await admin.visit({ locale: 'de-DE' });
    await page.getByRole('heading', { level: 1, name: 'Bei Sluice anmelden' }).waitFor();
    await page.getByLabel('E-Mail').fill(admin.app.adminEmail);
    await page.getByLabel('Passwort').fill('falsch');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('alert').getByText('E-Mail oder Passwort ist falsch').waitFor();
    await page.getByLabel('Passwort').fill(admin.app.adminPassword);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
    await page
      .locator('dd')
      .getByText(/^\d+(,\d)?\s%$/)
      .waitFor();
  });
});
