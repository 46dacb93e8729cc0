import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { PATIENCE_MS } from './patience.ts';

export const DESK = { width: 1280, height: 900 };

interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** Without a sandbox, which containers refuse; no shared memory in /dev/shm, which may be small; all pages in one process. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--process-per-site', '--renderer-process-limit=1'];

/** Where the unpacked browser lives; the version is in the name so that an update unpacks anew. */
const HOME = path.join(import.meta.dirname, '../../node_modules/.cache/sluice-chromium-153.0.0');

let shared: Promise<Browser> | undefined;

/**
 * The one browser of this process, for all test files that it runs: a new one for each knew nothing of the console's code
 * and took a second to start. Playwright ends it with the process.
 */
function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

/** A profile of its own in the browser of this process: as patient as all tests are, and nothing moves in it. */
export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A headless Chromium that needs npm and nothing else. SLUICE_CHROME names another one. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.SLUICE_CHROME;
  const { executablePath, env } = own ? { executablePath: own, env: environment() } : await unpackedChromium();
  return chromium.launch({ executablePath, env, args: ARGUMENTS, timeout: PATIENCE_MS });
}

async function unpackedChromium(): Promise<Chromium> {
  if (!existsSync(HOME)) await unpack();
  return {
    executablePath: path.join(HOME, 'chromium'),
    env: { ...environment(), LD_LIBRARY_PATH: path.join(HOME, 'al2023/lib'), FONTCONFIG_PATH: await fontConfig() },
  };
}

/** Whole or not at all, whoever else does it at the same time: a program that is still being written cannot be run. */
async function unpack(): Promise<void> {
  await mkdir(path.dirname(HOME), { recursive: true });
  const fresh = await mkdtemp(`${HOME}.`);
  try {
    await unpackInto(fresh);
    await rename(fresh, HOME).catch((error: unknown) => {
      if (!existsSync(HOME)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The package unpacks into TMPDIR, which this process must keep for everything else. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    await inflate(path.join(path.dirname(main), '..', 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The packaged fonts.conf points to a fixed folder; without fonts all text is 0 px wide, and so never visible. */
async function fontConfig(): Promise<string> {
  const folder = path.join(HOME, 'fontconfig');
  await mkdir(folder, { recursive: true });
  const folders = [path.join(HOME, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`;
  await writeFile(path.join(folder, 'fonts.conf'), config);
  return folder;
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(entries);
}
