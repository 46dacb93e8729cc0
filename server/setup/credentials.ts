import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Config } from '../config.ts';
import { readIfThere, writePrivateFile } from './privateFile.ts';

/** What the first administrator signs in with, and what scripts begin with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
}

/** Where generated credentials are kept. */
export function credentialsFile(dataDir: string): string {
  return join(dataDir, 'credentials');
}

/**
 * The credentials of the environment, completed by those kept in the data folder and, where none are, by new ones,
 * which are kept there before anybody uses them.
 */
export async function ensureCredentials(given: Config['admin'], dataDir: string): Promise<Credentials> {
  const file = credentialsFile(dataDir);
  const kept = parseEnv((await readIfThere(file)) ?? '');
  const credentials = {
    email: given.email,
    password: given.password ?? kept.SLUICE_ADMIN_PASSWORD ?? randomBytes(12).toString('base64url'),
    apiKey: given.apiKey ?? kept.SLUICE_ADMIN_API_KEY ?? `slk_${randomBytes(32).toString('base64url')}`,
  };
  if (given.password === null || given.apiKey === null) await writePrivateFile(file, describe(credentials, given));
  return credentials;
}

/** In the form of an environment file, for scripts. What the environment gives is not written down here too. */
function describe({ email, password, apiKey }: Credentials, given: Config['admin']): string {
  const lines = ['# Made by Sluice at its first start.', `SLUICE_ADMIN_EMAIL=${email}`];
  if (given.password === null) lines.push(`SLUICE_ADMIN_PASSWORD=${password}`);
  if (given.apiKey === null) lines.push(`SLUICE_ADMIN_API_KEY=${apiKey}`);
  return `${lines.join('\n')}\n`;
}
