import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type RunningApp, startApp } from './app.ts';
import { DESK, newContext } from './browser.ts';
import { sharedProject } from './sharedServer.ts';
import { until } from './until.ts';

/** What a test of the console needs of a running server. */
export type ConsoleApp = Omit<RunningApp, 'stop'>;

export interface Console {
  readonly app: ConsoleApp;
  /** A fresh browser profile on the console's first page, not signed in. A picture of it is kept when the test fails. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Signed in, with the history on it. */
  enter(options?: SourcePreview): Promise<Page>;
}

/** The size of the window, and light (the default) or dark. */
type SourcePreview = { readonly viewport?: ViewportSize; readonly colorScheme?: 'light' | 'dark' };

const ARTIFACTS = path.join(import.meta.dirname, '../.artifacts');
export const PHONE = { width: 390, height: 844 };
const LOOKS = [
  [PHONE, 'dark'],
  [DESK, 'light'],
] as const;
/** Where react-admin keeps which project was chosen. */
const CHOSEN_PROJECT = 'RaStore.sluice.project';

/**
 * The administrator's browser profile for each server, kept for all files that this process runs: one that knows the
 * console's code and has a session loads a page in half the time.
 */
const profiles = new Map<string, Promise<BrowserContext>>();

/**
 * The real console in a real browser, for all tests of a file. Without `variables`, in a project of the file's own
 * called `Demo` on the server that all files share; with them, on a server of the file's own, which is started with
 * these variables of the environment.
 */
export function testConsole(variables?: () => Readonly<Record<string, string>>): Console {
  let app: ConsoleApp | undefined;
  let stop = async () => {};
  beforeAll(async () => {
    const own = variables && (await startApp(variables()));
    if (own) stop = own.stop;
    app = own ?? (await sharedProject('Demo'));
  });
  afterAll(async () => {
    if (app && variables) await leaveProfile(app.url);
    await stop();
  });

  const running = (): ConsoleApp => {
    if (!app) throw new Error('The console is there within tests only.');
    return app;
  };

  async function newPage(context: BrowserContext, leave: () => Promise<void>): Promise<Page> {
    const page = await context.newPage();
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(page, task.name);
      await leave();
    });
    return page;
  }
  /** With nothing in it but the choice of the project, and the session of the administrator. */
  async function cleanProfile(): Promise<BrowserContext> {
    const server = running();
    const known = profiles.get(server.url) ?? newProfile(server);
    profiles.set(server.url, known);
    const context = await known;
    const page = await context.newPage();
    await chooseProject(page, server);
    await page.close();
    return context;
  }
  return {
    get app() {
      return running();
    },
    async visit(options = {}) {
      const server = running();
      const context = await newContext(options);
      const page = await newPage(context, () => context.close());
      await chooseProject(page, server);
      await page.goto(server.url);
      return page;
    },
    async enter({ viewport = DESK, colorScheme = 'light' } = {}) {
      const server = running();
      const context = await cleanProfile();
      const page = await newPage(context, () => leavePages(context));
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const open = async (): Promise<boolean> => {
        await page.goto(`${server.url}/#/imports`);
        const imports = page.getByRole('heading', { level: 1, name: 'Imports' });
        await imports.or(page.getByLabel('Password')).waitFor();
        return imports.isVisible();
      };
      if (await open()) return page;
      // A test before has ended the session.
      await openSession(context, server);
      await page.reload();
      if (!(await open())) throw new Error('The administrator cannot sign in.');
      return page;
    },
  };
}

async function newProfile(server: ConsoleApp): Promise<BrowserContext> {
  const context = await newContext();
  await openSession(context, server);
  return context;
}

/** Before the console is loaded, which would take the person's first project. */
async function chooseProject(page: Page, { url, projectId }: ConsoleApp): Promise<void> {
  await page.goto(`${url}/icon.svg`);
  const chosen = JSON.stringify(JSON.stringify(projectId));
  await page.evaluate(`localStorage.clear(); localStorage.setItem('${CHOSEN_PROJECT}', ${chosen})`);
}

/** Signs the administrator in as the sign-in page does, without that page. */
async function openSession(context: BrowserContext, { url, adminEmail, adminPassword }: ConsoleApp): Promise<void> {
  const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
    headers: { origin: url },
    data: { email: adminEmail, password: adminPassword },
  });
  if (!answer.ok()) throw new Error(`The administrator cannot sign in: ${answer.status()}`);
}

/** Nothing that a test does to the browser is left for the next. */
async function leavePages(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await Promise.all(context.pages().map((page) => page.close()));
}

async function leaveProfile(url: string): Promise<void> {
  const context = await profiles.get(url);
  profiles.delete(url);
  await context?.close();
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Fails with what axe finds that keeps people out. What fades in or out is looked at when it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Not waitForFunction: it evaluates text in the page, which the console's content security policy forbids.
  const stands = `document.getAnimations().every(({ playState }) => playState !== 'running') &&
    document.querySelector('[class*="MuiTooltip-popperClose"]') === null`;
  await until(async () => (await page.evaluate(stands)) === true, { what: 'the page to stand' });
  // By hand: @axe-core/playwright opens a page of its own for each result, which took three quarters of the time.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const look = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)`;
  const violations = await page.evaluate<axe.Result[]>(look);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Fails when the page as it stands keeps people out or does not fit, at a desk in the light or on a phone in the dark. */
export async function expectUsable(page: Page): Promise<void> {
  for (const [viewport, colorScheme] of LOOKS) {
    await page.setViewportSize(viewport);
    await putInto(page, colorScheme);
    await expectAccessible(page);
    await expectFits(page);
  }
}

/** Has the console light or dark, as the browser asks for it, until it is drawn so: its transitions begin with that. */
export async function putInto(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const drawn = async () =>
    (await page.evaluate('getComputedStyle(document.documentElement).colorScheme')) === colorScheme;
  await until(drawn, { what: `the page to be ${colorScheme}` });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/** Fails when a page is wider than its window, so that one would have to scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
}

async function keepPicture(page: Page, test: string): Promise<void> {
  await mkdir(ARTIFACTS, { recursive: true });
  const name = test.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  await page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`) }).catch(() => {});
}
