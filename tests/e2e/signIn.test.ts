import { describe, expect, test } from 'vitest';
import { signIn, testConsole } from '../helpers/consolePage.ts';
import { expectFocused } from '../helpers/wizardPage.ts';

const admin = testConsole();

describe('signing in', () => {
  test('a wrong password is named as such and lets nobody in; the right one leads in, for less than 400 kB in all', async () => {
    const page = await admin.visit();
    await signIn(page, admin.app.adminEmail, 'not the password');
    await page.getByRole('alert').getByText('Incorrect e-mail or password').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in to Sluice');
    await signIn(page, admin.app.adminEmail, admin.app.adminPassword);
    await page.getByRole('img', { name: /rows in 30 days/ }).waitFor();
    const sizes = `performance.getEntriesByType('resource').map(({ encodedBodySize }) => encodedBodySize)`;
    const loaded = (await page.evaluate<number[]>(sizes)).reduce((sum, size) => sum + size, 0);
    expect(loaded).toBeGreaterThan(100_000);
    expect(loaded).toBeLessThan(400_000);
  });

  test('leads to where one wanted to go, by the keyboard alone', async () => {
    const page = await admin.visit();
    // On its way to the form the page would leave the address that it is sent to now.
    await page.getByLabel('E-mail').waitFor();
    await page.goto(`${admin.app.url}/#/imports/create`);
    // What is typed while the form is drawn anew for this address would be lost.
    await page.reload();
    await expectFocused(page.getByLabel('E-mail'));
    await page.keyboard.type(admin.app.adminEmail);
    await page.keyboard.press('Tab');
    await page.keyboard.type(admin.app.adminPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New import' }).waitFor();
  });

  test('a session that ended elsewhere leads to the sign-in page at the next question', async () => {
    const page = await admin.enter();
    // What the page asks by itself at first is answered by then.
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'In progress' }).click();
    await page.getByText('No imports match this filter').waitFor();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Needs attention' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in to Sluice' }).waitFor();
    await page.getByText(/^Your session has ended/).waitFor();
  });

  test('a session that ended in the middle leads to sign-in, and from there back to where one was', async () => {
    const page = await admin.enter();
    await page.goto(`${admin.app.url}/#/project`);
    await page.getByRole('tab', { name: 'API keys' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('tab', { name: 'API keys' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in to Sluice' }).waitFor();
    await signIn(page, admin.app.adminEmail, admin.app.adminPassword);
    await page.getByRole('heading', { level: 1, name: 'Project' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/project');
  });

  test('signing out ends the session, in every tab; signing in again opens it in every tab, where one was', async () => {
    const page = await admin.enter();
    const tab = await page.context().newPage();
    await tab.goto(`${admin.app.url}/#/contacts`);
    await tab.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in to Sluice' }).waitFor();
    await tab.getByText(/^Your session has ended/).waitFor();
    await page.goto(admin.app.url);
    await page.getByRole('heading', { level: 1, name: 'Sign in to Sluice' }).waitFor();
    expect(await page.getByText(/^Your session has ended/).count()).toBe(0);
    await signIn(page, admin.app.adminEmail, admin.app.adminPassword);
    await tab.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  });
});
