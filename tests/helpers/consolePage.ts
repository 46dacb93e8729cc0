import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { startApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import { until } from './until.ts';

type RunningApp = Awaited<ReturnType<typeof startApp>>;

export interface Console {
  readonly app: RunningApp;
  /** A fresh browser profile on the console's first page, not signed in. A picture of it is kept when the test fails. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Signed in, with the history on it. */
  enter(options?: Look): Promise<Page>;
}

/** The size of the window, and light (the default) or dark. */
type Look = { readonly viewport?: ViewportSize; readonly colorScheme?: 'light' | 'dark' };

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const ARTIFACTS = path.join(import.meta.dirname, '../.artifacts');
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
const LOOKS = [
  [PHONE, 'dark'],
  [DESK, 'light'],
] as const;

/** The real app and a real browser, for all tests of a file; `variables` of the environment are asked for when it starts. */
export function testConsole(variables: () => Readonly<Record<string, string>> = () => ({})): Console {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(variables()), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const running = () => {
    if (!app || !browser) throw new Error('The console is there within tests only.');
    return { app, browser };
  };
  /** The administrator's, for all tests of a file: a browser that knows the console's code loads it in half the time. */
  let known: BrowserContext | undefined;
  /** Of the administrator: signing in anew for each test was a tenth of the time. */
  let session: Cookies = [];

  async function newPage(context: BrowserContext, leave: () => Promise<void>): Promise<Page> {
    const page = await context.newPage();
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(page, task.name);
      await leave();
    });
    return page;
  }
  async function freshContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await running().browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(15_000);
    return context;
  }
  /** With nothing in it but the session. */
  async function knownContext(): Promise<BrowserContext> {
    known ??= await freshContext({});
    await known.clearCookies();
    await known.addCookies(session);
    const page = await known.newPage();
    await page.goto(`${running().app.url}/icon.svg`);
    await page.evaluate('localStorage.clear()');
    await page.close();
    return known;
  }
  /** Nothing that a test does to the browser is left for the next. */
  async function leaveKnown(context: BrowserContext): Promise<void> {
    await context.setOffline(false);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await Promise.all(context.pages().map((page) => page.close()));
  }
  return {
    get app() {
      return running().app;
    },
    async visit(options = {}) {
      const context = await freshContext(options);
      const page = await newPage(context, () => context.close());
      await page.goto(running().app.url);
      return page;
    },
    async enter({ viewport = DESK, colorScheme = 'light' } = {}) {
      const context = await knownContext();
      const page = await newPage(context, () => leaveKnown(context));
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(`${running().app.url}/#/imports`);
      const imports = page.getByRole('heading', { level: 1, name: 'Imports' });
      const password = page.getByLabel('Password');
      await imports.or(password).waitFor();
      if (await password.isVisible()) {
        await signIn(page, running().app.adminEmail, running().app.adminPassword);
        await imports.waitFor();
        session = await context.cookies();
      }
      return page;
    },
  };
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
