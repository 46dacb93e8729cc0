import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { startApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import { until } from './until.ts';

type RunningApp = Awaited<ReturnType<typeof startApp>>;

export interface Console {
  readonly app: RunningApp;
  /** A fresh browser profile on the console's first page, not signed in. A picture of it is kept when the test fails. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** The same, signed in, with the history on it. */
  enter(options?: BrowserContextOptions): Promise<Page>;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const ARTIFACTS = path.join(import.meta.dirname, '../.artifacts');
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

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
  /** Of the administrator: signing in anew for each test was a tenth of the time. */
  let session: Cookies = [];
  async function visit(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
    const context = await running().browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await keepPicture(page, task.name);
      await context.close();
    });
    await page.goto(running().app.url + path);
    return page;
  }
  return {
    get app() {
      return running().app;
    },
    visit: (options) => visit(options),
    async enter(options) {
      const page = await visit({ storageState: { cookies: session, origins: [] }, ...options }, '/#/imports');
      const imports = page.getByRole('heading', { level: 1, name: 'Imports' });
      const password = page.getByLabel('Password');
      await imports.or(password).waitFor();
      if (await password.isVisible()) {
        await signIn(page, running().app.adminEmail, running().app.adminPassword);
        await imports.waitFor();
        session = await page.context().cookies();
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

/** Fails when a page is wider than its window, so that one would have to scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
}

async function keepPicture(page: Page, test: string): Promise<void> {
  await mkdir(ARTIFACTS, { recursive: true });
  const name = test.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  await page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`) }).catch(() => {});
}
