import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../../codegen.ts';

const ROOT = path.join(import.meta.dirname, '../..');

test('the committed types of the console are those of the schema and its documents (npm run codegen renews them)', async () => {
  const fresh = await generate({ ...config, cwd: ROOT, silent: true, overwrite: true }, false);
  expect(fresh.length).toBeGreaterThan(0);
  for (const { filename, content } of fresh) {
    const committed = await readFile(path.resolve(ROOT, filename), 'utf8');
    expect(committed.trim(), filename).toBe(content.trim());
  }
});
