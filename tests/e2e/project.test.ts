import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { askAs } from '../helpers/askAs.ts';
import { expectUsable, signIn, testConsole } from '../helpers/consolePage.ts';
import { joinProject } from '../helpers/joinProject.ts';

// What it switches holds for a whole server.
const admin = testConsole(() => ({}));
const PASSWORD = 'a long password of theirs';

const MAKE_ELSEWHERE = 'mutation { createProject(input: { id: "elsewhere", name: "Elsewhere" }) { __typename } }';
const INVITE = `mutation ($projectId: ID!, $email: String!) {
  addMember(input: { projectId: $projectId, email: $email, role: EDITOR }) { ... on AddMemberSuccess { data { token } } }
}`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`;

async function openProject(page: Page, tab?: string): Promise<void> {
  await page.goto(`${admin.app.url}/#/project`);
  await page.getByRole('heading', { level: 1, name: 'Project' }).waitFor();
  if (tab) await page.getByRole('tab', { name: tab }).click();
}

async function chooseRole(page: Page, role: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Role' }).last().click();
  await page.getByRole('option', { name: role }).click();
}

/** Invites somebody as a person does; gives the link that is shown once. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await openProject(page, 'People');
  await page.getByRole('button', { name: 'Add member' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('E-mail').fill(email);
  await chooseRole(page, role);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const link = await page.getByLabel('Invitation link').inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

/** Opens an invitation in a browser of their own, and sets a password. */
async function join(link: string): Promise<Page> {
  const page = await admin.visit();
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'You are invited to Sluice' }).waitFor();
  await page.getByLabel('Your name').fill('Somebody New');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return page;
}

describe('people', () => {
  test('who is invited sets a password and sees what their role allows; a viewer is offered nothing else', async () => {
    const page = await admin.enter();
    const link = await invite(page, 'viewer@p.example.com', 'Viewer');
    await askAs(page, MAKE_ELSEWHERE, {});
    const elsewhere = await askAs(page, INVITE, { projectId: 'elsewhere', email: 'viewer@p.example.com' });
    await page
      .getByRole('table', { name: 'Invitations' })
      .getByText(/^Pending until/)
      .waitFor();

    const theirs = await join(link);
    await theirs.getByRole('img', { name: /rows in 30 days/ }).waitFor();
    expect(await theirs.getByRole('button', { name: /New import/ }).count()).toBe(0);
    await theirs.goto(`${admin.app.url}/#/imports`);
    await theirs.getByRole('link', { name: 'contacts-sample.csv' }).waitFor();
    expect(await theirs.getByRole('link', { name: 'New import' }).count()).toBe(0);
    await openProject(theirs);
    await theirs.getByText('Viewer: Read-only access').waitFor();
    expect(await theirs.getByRole('tab').allTextContents()).toEqual(['General']);
    expect(await theirs.getByRole('button', { name: 'Rename' }).count()).toBe(0);
    await theirs.goto(`${admin.app.url}/#/schedules`);
    await theirs.getByText('No schedules yet').waitFor();
    expect(await theirs.getByRole('link', { name: 'New schedule' }).count()).toBe(0);

    // To another project, by the account that they have by now: with no password, and once.
    await theirs.goto(`${admin.app.url}/#/invitation/${elsewhere.addMember.data.token}`);
    await theirs.getByRole('button', { name: 'Accept as viewer@p.example.com' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await theirs.getByRole('combobox', { name: 'Project' }).click();
    await theirs.getByRole('option', { name: 'Elsewhere' }).click();
    await theirs.goto(`${admin.app.url}/#/project`);
    await theirs.getByText('Editor: Starts, fixes and undoes imports').waitFor();
    await theirs.getByRole('combobox', { name: 'Project' }).click();
    await theirs.getByRole('option', { name: 'Demo' }).click();
    await theirs.goto(`${admin.app.url}/#/schedules`);
    await theirs.getByText('No schedules yet').waitFor();

    // A role holds from the next question on.
    await page.getByRole('tab', { name: 'General' }).click();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('combobox', { name: 'Role of viewer@p.example.com' }).click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await page.getByText('Role of viewer@p.example.com changed').waitFor();
    await theirs.reload();
    await theirs.getByRole('link', { name: 'New schedule' }).first().waitFor();
  });

  test('an invitation that was withdrawn opens nothing, and none opens anything twice', async () => {
    const page = await admin.enter();
    const link = await invite(page, 'nobody@p.example.com', 'Editor');
    const line = page.getByRole('row', { name: /nobody@p\.example\.com/ });
    await line.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await line.getByText('Withdrawn').waitFor();
    const twice = await askAs(page, INVITE, { projectId: 'demo', email: 'twice@p.example.com' });
    const { token } = twice.addMember.data;
    const theirs = await admin.visit();
    await askAs(theirs, ACCEPT, { input: { token, password: PASSWORD } });

    for (const address of [link, `${admin.app.url}/#/invitation/${token}`]) {
      await theirs.goto(address);
      await theirs.reload();
      await theirs.getByLabel('Password').fill(PASSWORD);
      await theirs.getByRole('button', { name: 'Accept invitation' }).click();
      await theirs.getByRole('alert').waitFor();
      expect(await theirs.getByRole('heading', { level: 1 }).textContent()).toBe('You are invited to Sluice');
    }
    await expectUsable(theirs);
  });

  test('the last administrator cannot leave nor step down, and is told why', async () => {
    const page = await admin.enter();
    await openProject(page, 'People');
    const line = page.getByRole('row', { name: `${admin.app.adminEmail} (you)` });
    await line.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Viewer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await line.getByRole('combobox').getByText('Administrator').waitFor();
    await line.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    await page
      .getByRole('alert')
      .getByText(/ADMIN|administrator/)
      .waitFor();
    await line.waitFor();
  });
});

test('a key is shown once, works, and stops working when it is revoked', async () => {
  const page = await admin.enter();
  await openProject(page, 'API keys');
  await page.getByRole('button', { name: 'New API key' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('nightly');
  await page.getByRole('button', { name: 'Create key' }).click();
  const key = await page.getByLabel('API key', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const asked = async () => {
    const response = await fetch(`${admin.app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: '{ imports(projectId: "demo") { totalCount } }' }),
    });
    return (await response.json()).data?.imports ?? null;
  };
  expect(await asked()).toEqual({ totalCount: expect.any(Number) });

  const line = page.getByRole('row', { name: /nightly/ });
  expect(await line.textContent()).toContain('Expires ');
  await line.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await line.getByText('Revoked').waitFor();
  expect(await asked()).toBeNull();
  expect(await page.content()).not.toContain(key);

  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('row', { name: /API key revoked.*admin@localhost/ }).waitFor();
});

test('the domains of e-mails and the secret of webhooks are set, and the secret is shown once', async () => {
  const page = await admin.enter();
  await openProject(page, 'Notifications');
  await page.getByLabel('Allowed domains').fill('p.example.com');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Domains saved').waitFor();
  await page.getByRole('button', { name: 'Rotate secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate secret' }).click();
  expect(await page.getByLabel('Webhook secret').inputValue()).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText(/The secret was created/).waitFor();
  await page.getByRole('tab', { name: 'General' }).click();
  await page.getByText('p.example.com').waitFor();
});

test('an administrator of the server switches starting off, with a reason, and makes projects', async () => {
  const page = await admin.enter();
  await openProject(page, 'Server');
  const line = page.getByRole('row', { name: /^Taxonomy/ });
  await line.getByRole('button', { name: 'Turn off' }).click();
  await page.getByLabel('Reason, shown to users who try to start an import').fill('Moving house');
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await line.getByText(/Moving house/).waitFor();
  await line.getByRole('button', { name: 'Turn on' }).click();
  await line.getByText('Enabled').waitFor();

  await page.getByRole('spinbutton', { name: 'Maximum concurrent imports' }).fill('2');
  await page
    .getByRole('region', { name: /Concurrent imports of/ })
    .getByRole('button', { name: 'Save' })
    .click();
  await page.getByText('Limit saved').waitFor();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('row', { name: /Limit of concurrent imports changed/ }).waitFor();
  await page.getByRole('tab', { name: 'Server' }).click();

  await page.getByLabel('Name of the new project').fill('Second');
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('combobox', { name: 'Project' }).getByText('Second').waitFor();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('combobox', { name: 'Project' }).getByText('Renamed').waitFor();
});

test('a password that one changes holds from then on', async () => {
  const page = await admin.visit();
  const newcomer = { projectId: 'demo', email: 'changing@p.example.com', role: 'EDITOR', password: PASSWORD } as const;
  await joinProject(await admin.enter(), page, newcomer);
  await page.reload();
  const change = async (from: string, to: string) => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Change password' }).click();
    await page.getByLabel('Current password').fill(from);
    await page.getByLabel('New password').fill(to);
    await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).click();
  };
  await change('not the password', 'another password');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Password changed').waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, newcomer.email, 'another password');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
});
