import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbedded } from '../../server/database/embedded.ts';
import { DatabaseError } from '../../server/database/errors.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-embedded-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function refusal(dataDir: string): Promise<unknown> {
  const start = startEmbedded({ dataDir, onLost: () => undefined });
  return start.then(
    () => 'It started.',
    (error: unknown) => error,
  );
}

describe('the embedded Postgres', () => {
  it('says so in one line where the data folder cannot be made', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const error = await refusal(join(file, 'data'));
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toMatch(/cannot write to .*file\/data\. Set SLUICE_DATA_DIR/);
  });

  it('says so in one line where the data folder is another user’s', async () => {
    const dataDir = await temporaryFolder();
    // Root can read every file, but a folder is none.
    await mkdir(join(dataDir, 'database-url'));
    const error = await refusal(dataDir);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toMatch(/cannot read .*database-url\. Run it as the owner/);
  });
});
