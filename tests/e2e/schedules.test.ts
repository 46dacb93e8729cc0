import { expect, test } from 'vitest';
import { askAs } from '../helpers/askAs.ts';
import { expectUsable, testConsole } from '../helpers/consolePage.ts';
import { waitForStatus } from '../helpers/importPage.ts';
import { loopback } from '../helpers/loopback.ts';

const PEOPLE = 'First name,Email,Nickname\nNora,nora@s.example.com,Pip\n';
const site = loopback((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/csv' }).end(PEOPLE);
});
const admin = testConsole(() => ({ SLUICE_ALLOWED_HOSTS: site.host }));

const SWITCH = `mutation ($on: Boolean!) { switchStarting(input: { on: $on, reason: "Moving house" }) { __typename } }`;

test('a schedule is made, run, paused, changed and deleted, on pages that are accessible and fit', async () => {
  const page = await admin.enter();
  await page.getByRole('menuitem', { name: 'Schedules' }).click();
  await page.getByText('No schedules yet').waitFor();
  await page.getByRole('link', { name: 'New schedule' }).first().click();
  await page.getByLabel('Name').fill('nightly');
  await page.getByRole('textbox', { name: 'URL' }).fill(`${site.origin}/people.csv?secret=1`);
  await page.getByRole('combobox', { name: 'How often' }).click();
  await page.getByRole('option', { name: 'Custom' }).click();
  await page.getByLabel('Times (cron)').fill('not a time');
  await page.getByRole('button', { name: 'Create schedule' }).click();
  await page
    .getByRole('alert')
    .getByText(/not saved/)
    .waitFor();
  await expectUsable(page);
  await page.getByLabel('Times (cron)').fill('30 4 * * *');
  await page.getByLabel('Add to contact list').fill('From the schedule');
  await page.getByRole('combobox', { name: 'Encoding' }).click();
  await page.getByRole('option', { name: 'windows-1252' }).click();
  await page.getByRole('button', { name: 'Map columns…' }).click();
  await page.getByText('Pip').waitFor();
  await page.getByRole('combobox', { name: 'Field for column Nickname' }).click();
  await page.getByRole('option', { name: 'Company' }).click();
  await page.getByRole('button', { name: 'Create schedule' }).click();
  await page.getByRole('heading', { level: 1, name: 'nightly' }).waitFor();
  expect(await page.content()).not.toContain('secret=1');
  const facts = page.getByRole('region', { name: 'Details' });
  await facts.getByText('Nickname → Company').waitFor();
  await facts.getByText('Encoding: windows-1252').waitFor();
  await expectUsable(page);

  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('heading', { level: 1, name: /people\.csv/ }).waitFor();
  await page.getByText(/started by schedule:nightly/).waitFor();
  await page.goBack();
  // What came of it, as it stands, is said beside the way to it.
  const started = page.getByRole('row', { name: /Started an import/ });
  await started.getByRole('link', { name: 'Open' }).waitFor();
  await started.getByText('Completed', { exact: true }).waitFor();
  await facts.getByText('Every day at 4:30 (30 4 * * *)').waitFor();

  // One that is still at work is not overtaken; one that cannot be started says why.
  const gate = Promise.withResolvers<void>();
  site.answer(async (_request, response) => {
    await gate.promise;
    response.writeHead(200, { 'content-type': 'text/csv' }).end(PEOPLE);
  });
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('heading', { level: 1, name: /people\.csv/ }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByText('Skipped: the previous import was still running').last().waitFor();
  gate.resolve();
  await page
    .getByRole('row', { name: /Skipped/ })
    .getByRole('link', { name: 'Open' })
    .click();
  await waitForStatus(page, 'Completed');
  await askAs(page, SWITCH, { on: false });
  await page.goBack();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('row', { name: /Couldn’t start.*Moving house/ }).waitFor();
  await askAs(page, SWITCH, { on: true });

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('alert').getByText('Paused', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  expect(await page.getByLabel('Add to contact list').inputValue()).toBe('From the schedule');
  await page.getByRole('textbox', { name: 'Name' }).fill('weekly');
  await page.getByRole('combobox', { name: 'How often' }).click();
  await page.getByRole('option', { name: 'Every Monday at 6:00' }).click();
  await page.getByRole('button', { name: 'Use suggestions at each run' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'weekly' }).waitFor();
  await facts.getByText('Encoding: windows-1252').waitFor();
  expect(await facts.getByText('Nickname').count()).toBe(0);

  await page.getByRole('link', { name: 'All schedules' }).click();
  const line = page.getByRole('row', { name: /weekly/ });
  expect(await line.textContent()).toMatch(/Every Monday at 6:00/);
  await expectUsable(page);
  await line.getByRole('link', { name: 'weekly' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No schedules yet').waitFor();
});
