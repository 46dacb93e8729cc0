import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';

const install = fileURLToPath(new URL('../server/setup/install.mjs', import.meta.url));

/** A folder that looks installed to install.mjs, with a generator that does nothing. */
async function installedProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-install-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'package-lock.json': '{"packages":{}}',
    'node_modules/.package-lock.json': '{"packages":{}}',
    'node_modules/prisma/package.json': '{}',
    'node_modules/prisma/build/index.js': '',
    'node_modules/@prisma/client/package.json': '{}',
    'node_modules/@pothos/plugin-prisma/package.json': '{}',
    'node_modules/.bin/node': '#!/no/such/interpreter\n',
    'prisma/schema.prisma': '',
    'server/generated/.made-from': '',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await chmod(join(folder, 'node_modules/.bin/node'), 0o755);
  await mkdir(join(folder, 'server/setup'));
  await cp(install, join(folder, 'server/setup/install.mjs'));
  return folder;
}

describe('what runs before npm start', () => {
  it('takes a packaged Node that this machine cannot run out of the way of its own', async () => {
    const folder = await installedProject();
    const packaged = join(folder, 'node_modules/.bin/node');
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'server/setup/install.mjs')]);
    expect(stdout).toContain(`its own (${process.versions.node}) is used instead`);
    expect(existsSync(packaged)).toBe(false);
  });
});
