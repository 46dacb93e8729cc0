import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { askAs } from '../helpers/askAs.ts';
import { signIn, testConsole } from '../helpers/consolePage.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { chooseFile, openNewImport, startImport, waitForStatus } from '../helpers/importPage.ts';
import { joinProject } from '../helpers/joinProject.ts';

const admin = testConsole();
/** After so long without a word the page asks, and after so long again it gives up. */
const PING_MS = 5_000;
const LOST = 'Connection lost, reconnecting…';
const DISCARD = 'mutation ($input: DiscardFailedRowsInput!) { discardFailedRows(input: $input) { __typename } }';

describe('the live connection', () => {
  test('a page whose server falls silent says so; back again, it is live and has caught up', async () => {
    const [page, other] = await Promise.all([admin.visit(), admin.enter()]);
    await signIn(page, admin.app.adminEmail, admin.app.adminPassword);
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.goto(`${admin.app.url}/#/imports`);
    // The waits of the page's own clock are what one would wait for here.
    await page.clock.install();
    const line = await throughProxy(page);
    await page.getByText('Live', { exact: true }).waitFor();

    line.silent = true;
    await page.clock.fastForward(PING_MS);
    await page.clock.fastForward(PING_MS);
    await page.getByText(LOST).first().waitFor();
    await openNewImport(other);
    await chooseFile(other, 'meanwhile.csv', 'First name,Email\nEve,eve@meanwhile.example.com\n');
    await startImport(other);
    await waitForStatus(other, 'Completed');
    expect(await page.getByText('meanwhile.csv').count()).toBe(0);

    line.silent = false;
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'meanwhile.csv' }).waitFor();
    await expect.poll(() => page.getByText(LOST).count()).toBe(0);
  });

  test('who is put out of a project while they watch is told so, and asks no more', async () => {
    const [page, theirs] = await Promise.all([admin.enter(), admin.visit()]);
    await joinProject(page, theirs, {
      projectId: admin.app.projectId,
      email: 'out@l.example.com',
      role: 'EDITOR',
      password: 'a long password',
    });
    await theirs.goto(`${admin.app.url}/#/imports`);
    await theirs.reload();
    await theirs.getByText('Live', { exact: true }).waitFor();
    await page.goto(`${admin.app.url}/#/project`);
    await page.getByRole('tab', { name: 'People' }).click();
    const line = page.getByRole('row', { name: /out@l\.example\.com/ }).first();
    await line.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await theirs.getByText('You no longer have access to “Demo”').waitFor();
    await theirs.getByRole('link', { name: 'New import' }).waitFor({ state: 'detached' });
    // The socket is closed once nothing is watched any more, and nothing opens it again.
    let asked = 0;
    theirs.on('request', () => {
      asked += 1;
    });
    await theirs.getByText('Live', { exact: true }).waitFor({ state: 'detached' });
    expect(asked).toBe(0);
  });

  test('what is done to an import that has ended, while its page is not live yet, is on the page once it is', async () => {
    const page = await admin.enter();
    const rows = ['a', 'b'].map((name) => ({ 'First name': name, Email: name }));
    const importId = await importByApi(admin.app, { source: { rows } });
    await page.goto(`${admin.app.url}/#/imports/${importId}/show`);
    const opened = Promise.withResolvers<void>();
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage(async (message) => {
        await opened.promise;
        server.send(message);
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Open (2)' }).waitFor();
    await askAs(page, DISCARD, { input: { importId, filter: { rowNumbers: [1] } } });
    opened.resolve();
    await page.getByRole('button', { name: 'Open (1)' }).waitFor();
    await page.getByRole('button', { name: 'Discarded (1)' }).waitFor();
  });

  test('all pages share one connection', async () => {
    const page = await admin.enter();
    const line = await throughProxy(page);
    await page.getByText('Live', { exact: true }).waitFor();
    await openNewImport(page);
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(line.opened).toBe(1);
  });
});

interface Line {
  silent: boolean;
  opened: number;
}

/** Stands between page and server; while `silent`, both hear nothing of each other, and the line stays open. */
async function throughProxy(page: Page): Promise<Line> {
  const line: Line = { silent: false, opened: 0 };
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    line.opened += 1;
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!line.silent) server.send(message);
    });
    server.onMessage((message) => {
      if (!line.silent) socket.send(message);
    });
  });
  await page.reload();
  return line;
}
