import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OsUser } from '../../server/database/osUser.ts';

/** Whether certificates can be made on this machine. */
export const hasOpenssl = isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface Authority {
  /** The file of its own certificate. */
  readonly file: string;
  /** The files of a server's certificate with this name, and of its key. */
  issue(host: string, owner: OsUser | undefined): Promise<{ readonly certificate: string; readonly key: string }>;
  remove(): Promise<void>;
}

/** An authority that no machine knows, as managed Postgres has one. */
export async function createAuthority(): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-authority-'));
  await chmod(folder, 0o755);
  const at = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const keyed = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...keyed,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.crt'),
    '-subj',
    '/CN=Authority',
    '-days',
    '2',
  );
  return {
    file: at('ca.crt'),
    async issue(host, owner) {
      const [request, key, certificate] = [at(`${host}.csr`), at(`${host}.key`), at(`${host}.crt`)];
      openssl('req', ...keyed, '-keyout', key, '-out', request, '-subj', `/CN=${host}`);
      await writeFile(at('names'), `subjectAltName=DNS:${host}`);
      const signed = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names')];
      openssl('x509', '-req', '-in', request, ...signed, '-out', certificate, '-days', '2');
      // Postgres refuses a key that others can read.
      await chmod(key, 0o600);
      if (owner) await chown(key, owner.uid, owner.gid);
      return { certificate, key };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
