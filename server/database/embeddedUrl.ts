import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterUser } from './cluster.ts';
import { freePort } from './freePort.ts';
import { readOwnFile } from './ownFile.ts';

/**
 * The file that keeps how the embedded Postgres is reached, for later starts and for workers beside the server: it
 * holds the password, so only its owner may read it.
 */
export function embeddedUrlFile(dataDir: string): string {
  return join(dataDir, 'database-url');
}

/** The URL that the last start noted; null before the first. */
export async function readEmbeddedUrl(dataDir: string): Promise<URL | null> {
  const text = await readOwnFile(embeddedUrlFile(dataDir));
  return text === null ? null : withoutTls(new URL(text.trim()));
}

/** The URL of the last start, or a new one with a random password. Of several that start together, one decides. */
export async function ensureEmbeddedUrl(dataDir: string): Promise<URL> {
  const known = await readEmbeddedUrl(dataDir);
  if (known !== null) return known;
  const password = randomBytes(24).toString('hex');
  const url = withoutTls(new URL(`postgres://${clusterUser}:${password}@127.0.0.1:${await freePort()}/sluice`));
  try {
    await writeFile(embeddedUrlFile(dataDir), `${url.href}\n`, { mode: 0o600, flag: 'wx' });
    return url;
  } catch (cause) {
    const first = await readEmbeddedUrl(dataDir);
    if (first === null) throw cause;
    return first;
  }
}

/** The embedded Postgres has no TLS, which PGSSLMODE (meant for a Postgres elsewhere) would demand of it. */
function withoutTls(url: URL): URL {
  url.searchParams.set('sslmode', 'disable');
  return url;
}

export async function saveEmbeddedUrl(dataDir: string, url: URL): Promise<void> {
  await writeFile(embeddedUrlFile(dataDir), `${url.href}\n`, { mode: 0o600 });
}
