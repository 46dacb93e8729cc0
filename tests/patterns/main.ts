// Fails where a regular expression of the server or the console may take more time than in proportion to its text: one
// that does lets a file or a request of a few kilobytes stop the process. What was found safe is kept in node_modules,
// so that only patterns that are new cost time.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sourceFiles } from '../helpers/sourceFacts.ts';
import { type Exceptions, findings } from './findings.ts';
import { readPatterns } from './readPatterns.ts';

const EXCEPTIONS: Exceptions = [
  {
    file: 'server/downloads/handler.ts',
    code: '^/downloads/imports/',
    reason: 'What it is put together of are names of files, letters and hyphens.',
  },
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, 'node_modules/.cache/sluice-patterns.json');
const keptShape = z.object({ analyser: z.string(), safe: z.array(z.string()) });
const analyser = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'node_modules/recheck/package.json'), 'utf8'))).version;

const patterns = ['server', 'admin']
  .flatMap(sourceFiles)
  .flatMap((path) => readPatterns(path, readFileSync(join(root, path), 'utf8')));
const safe = readSafe();
const before = safe.size;
const found = findings(patterns, EXCEPTIONS, safe);
if (safe.size > before) keepSafe();
for (const line of found) process.stderr.write(`${line}\n`);
if (found.length > 0) process.exitCode = 1;

function readSafe(): Set<string> {
  try {
    const read = keptShape.parse(JSON.parse(readFileSync(kept, 'utf8')));
    return new Set(read.analyser === analyser ? read.safe : []);
  } catch {
    // Not there, or cut off: everything is looked at anew.
    return new Set();
  }
}

function keepSafe(): void {
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify({ analyser, safe: [...safe] }));
}
