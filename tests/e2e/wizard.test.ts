import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testConsole } from '../helpers/consolePage.ts';
import { chooseFile, openNewImport, readCounts, waitForStatus } from '../helpers/importPage.ts';
import { loopback } from '../helpers/loopback.ts';
import { dataFolder } from '../helpers/sluiceProcess.ts';
import {
  choose,
  chooseField,
  dropFile,
  expectFocused,
  goOn,
  header,
  pasteRows,
  sampleOf,
} from '../helpers/wizardPage.ts';
import { workbook } from '../sources/xlsx/workbook.ts';

const site = loopback();
const admin = testConsole(() => ({ SLUICE_ALLOWED_HOSTS: site.host }));

describe('a new import, step by step', () => {
  test('blocks a mapping that cannot be used, maps values, and offers what was saved for the same headers', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    const file = 'Who,Reach,Kind\nDora,+16175550111,Y\nEd,+16175550112,N\n';
    await chooseFile(page, 'odd headers.csv', file);
    const go = page.getByRole('button', { name: 'Continue' });
    await go.click();
    await page.getByText('No columns are mapped yet').waitFor();
    await expect.poll(() => go.isDisabled()).toBe(true);
    await chooseField(page, 'Who', 'First name');
    await chooseField(page, 'Reach', 'First name');
    await page.getByText('More than one column is mapped to: First name.').waitFor();
    await chooseField(page, 'Reach', 'Phone');
    await chooseField(page, 'Kind', 'Company');
    await page.getByRole('button', { name: 'Map values of Kind' }).click();
    await page.getByRole('textbox', { name: 'Y becomes' }).fill('Yes Ltd');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('1 value mapped').waitFor();
    await page.getByRole('button', { name: 'Save this mapping' }).click();
    await page.getByLabel('Mapping name').fill('Odd headers');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Mapping saved').waitFor();
    await go.click();
    await page.getByRole('heading', { level: 2, name: 'Options', exact: true }).waitFor();
    await go.click();
    await page.getByRole('button', { name: 'Skip dry run and import' }).click();
    await waitForStatus(page, 'Completed');
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('Yes Ltd').waitFor();

    await page.goto(`${admin.app.url}/#/imports/create`);
    await chooseFile(page, 'odd headers again.csv', file);
    await go.click();
    await page.getByText('1 value mapped').waitFor();
    expect(await page.getByRole('combobox', { name: 'Field for column Reach' }).textContent()).toBe('Phone');
    await page.getByText('Mapped as in “Odd headers”').waitFor();
    await page.getByRole('button', { name: 'Use suggestions' }).click();
    await page.getByText('No columns are mapped yet').waitFor();
    await page.getByRole('button', { name: 'Saved mappings' }).click();
    await page.getByRole('button', { name: 'Use Odd headers' }).click();
    await page.getByText('1 value mapped').waitFor();
    await page.getByRole('button', { name: 'Saved mappings' }).click();
    await page.getByRole('button', { name: 'Delete Odd headers' }).click();
    await page.getByText('Mapping deleted').waitFor();
  });

  test('asks what a date means and redraws it, does not go on without what is needed, and goes back a step by Back', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('radio', { name: /^Events/ }).check();
    await pasteRows(
      page,
      'Event,Start date,Time zone\nMilonga,03/04/2026 19:00,Europe/Berlin\nTanda,05/04/2026,Europe/Berlin\n',
    );
    await goOn(page);
    await sampleOf(page).getByText('not read as a date').first().waitFor();
    await page.getByText('What does 03/04/2026 19:00 mean? (Start date)').waitFor();
    await page.getByRole('button', { name: /^April 3, 2026 .*\(dd\/MM\/yyyy\)$/ }).click();
    await sampleOf(page).getByText('→ April 3, 2026').waitFor();
    await expect.poll(() => page.getByText('What does').count()).toBe(0);
    await choose(page, 'Date format', 'MM/dd/yyyy');
    await sampleOf(page).getByText('→ March 4, 2026').waitFor();

    await chooseField(page, 'Event', 'Do not import');
    await page.getByText('Required fields without a column: Title.').waitFor();
    await page.getByText('Map the required field').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
    await expect.poll(() => page.getByRole('tab', { name: 'Options' }).isDisabled()).toBe(true);
    await chooseField(page, 'Event', 'Title *');
    await goOn(page);
    const options = page.getByRole('heading', { level: 2, name: 'Options', exact: true });
    await options.waitFor();
    await page.goBack();
    await sampleOf(page).getByText('→ March 4, 2026').waitFor();
    await expectFocused(page.getByRole('heading', { level: 2, name: 'Step 2 of 4: Columns' }));
    await page.goForward();
    await options.waitFor();
    await goOn(page);
    await page.getByRole('button', { name: 'Skip dry run and import' }).click();
    await waitForStatus(page, 'Completed');
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText('2026-03-04 19:00:00').waitFor();
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText('Date format: MM/dd/yyyy').waitFor();
    // Back from the import does not lead to the check of a draft that is used up.
    await page.goBack();
    await page.getByText('Choose a source first').waitFor();
    await expect.poll(() => page.url()).toContain('step=source');
  });

  test('an upload that is cut says so, waits, and goes on where it stopped: after a reload, and by its button', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    const line = `Gil,gil@cut.example.org,${'n'.repeat(1_000)}\n`;
    const file = join(await dataFolder(), 'cut.csv');
    await writeFile(file, `First name,Email,Note\n${line.repeat(9_000)}`);
    const chooseIt = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose file' }).click();
      await (await chooser).setFiles(file);
    };
    const starts: number[] = [];
    let pieces = 1;
    await page.route('**/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      starts.push(Number(await request.headerValue('upload-offset')));
      pieces -= 1;
      return pieces < 0 ? route.abort() : route.continue();
    });
    await chooseIt();
    await page.getByText('Connection lost').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('cut.csv is paused').waitFor();
    await page.getByText('The upload is paused', { exact: true }).waitFor();

    await page.reload();
    await page.getByText(/^The upload of cut.csv \(.* is incomplete/).waitFor();
    pieces = 0;
    await chooseIt();
    await page.getByText('Connection lost').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    pieces = Number.POSITIVE_INFINITY;
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Choose another file' }).waitFor();
    const [first, ...others] = starts;
    expect(first).toBe(0);
    expect(Math.min(...others)).toBeGreaterThan(0);
  });

  test('a spreadsheet at a web address: its sheet and its header are chosen, and the sample follows', async () => {
    const bytes = workbook([
      { name: 'Notes', rows: [['Made by'], ['Office']] },
      {
        name: 'People',
        rows: [
          ['First name', 'Email'],
          ['Hal', 'hal@sheet.example.org'],
        ],
      },
    ]);
    site.answer((_request, response) => void response.end(bytes));
    const page = await admin.enter();
    await openNewImport(page);
    await page.getByRole('tab', { name: 'URL' }).click();
    const address = page.getByRole('textbox', { name: 'URL of a file' });
    await address.fill('htp:/people.xlsx');
    await page.getByText('A URL starts with https://').waitFor();
    await address.fill(`${site.origin}/people.xlsx`);
    await page.reload();
    await address.press('Enter');
    await page.getByText(`Fetched from ${site.origin}/people.xlsx`).waitFor();
    await goOn(page);

    await header(page, 'Made by').waitFor();
    await choose(page, 'Sheet', 'People');
    await header(page, 'Email').waitFor();
    expect(await header(page, 'Made by').count()).toBe(0);
    await page.getByRole('spinbutton', { name: 'Header in line' }).fill('0');
    await header(page, 'column_2').waitFor();
    await sampleOf(page).getByRole('cell', { name: 'Email', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Detect again' }).click();
    // Until the source is read anew, the sheet that is shown as chosen is the one from before.
    await header(page, 'Made by').waitFor();
    await choose(page, 'Sheet', 'People');
    await header(page, 'Email').waitFor();
    await goOn(page);
    await page.getByRole('heading', { level: 2, name: 'Options', exact: true }).waitFor();
    await goOn(page);
    await page.getByText(`${site.origin}/people.xlsx · about 1 row`).waitFor();
    await page.getByRole('button', { name: 'Skip dry run and import' }).click();
    await waitForStatus(page, 'Completed');
    expect(await readCounts(page)).toMatchObject({ Rows: 1, Created: 1 });
  });

  test('a file dropped beside its frame is taken; what is said of its format redraws the sample, and outlives the page', async () => {
    const page = await admin.enter();
    await openNewImport(page);
    const template = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Template file' }).click();
    expect((await template).suggestedFilename()).toBe('contacts.csv');
    await page.getByRole('tab', { name: 'Paste rows' }).click();
    // In windows-1252, where ö is one byte.
    await dropFile(page, 'dropped.csv', 'Vorname;E-Mail;Ort\nJ\u00f6rg;joerg@drop.example.org;K\u00f6ln\n');
    await page.getByText('dropped.csv').waitFor();
    await goOn(page);
    const cell = (name: string) => sampleOf(page).getByRole('cell', { name, exact: true });
    await cell('Köln').waitFor();
    await choose(page, 'Encoding', 'Mac OS Roman');
    await cell('J\u02c6rg').waitFor();
    await choose(page, 'Encoding', 'Windows-1252');
    await cell('Jörg').waitFor();
    await choose(page, 'Delimiter', 'Comma');
    await header(page, 'Vorname;E-Mail;Ort').waitFor();

    await page.reload();
    await header(page, 'Vorname;E-Mail;Ort').waitFor();
    await page.getByRole('button', { name: 'Detect again' }).click();
    await header(page, 'E-Mail').waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('dialog', { name: 'Start over?' }).getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Choose a source first').waitFor();
  });
});
