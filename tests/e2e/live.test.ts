import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signIn, testConsole } from '../helpers/consolePage.ts';
import { chooseFile, openNewImport, startImport, waitForStatus } from '../helpers/importPage.ts';
import { joinProject } from '../helpers/joinProject.ts';

const admin = testConsole();
/** After so long without a word the page asks, and after so long again it gives up. */
const PING_MS = 5_000;
const LOST = 'Connection lost, reconnecting…';

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
    expect(await page.getByText(LOST).count()).toBe(0);
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
    await theirs.getByText('You have no access to “Demo” any more').waitFor();
    expect(await theirs.getByRole('link', { name: 'New import' }).count()).toBe(0);
    // The socket is closed once nothing is watched any more, and nothing opens it again.
    let asked = 0;
    theirs.on('request', () => {
      asked += 1;
    });
    await theirs.getByText('Live', { exact: true }).waitFor({ state: 'detached' });
    expect(asked).toBe(0);
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
