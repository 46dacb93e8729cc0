import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere, writePrivateFile } from './privateFile.ts';

/** What cookies and links are signed with: SLUICE_SECRET, or one made at the first start and kept in the data folder. */
export async function ensureSecret(given: string | null, dataDir: string): Promise<string> {
  if (given !== null) return given;
  const file = join(dataDir, 'secret');
  const kept = (await readIfThere(file))?.trim();
  if (kept) return kept;
  const made = randomBytes(32).toString('base64url');
  await writePrivateFile(file, `${made}\n`);
  return made;
}
