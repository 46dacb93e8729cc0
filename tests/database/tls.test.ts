import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../../server/database/checkDatabase.ts';
import { withClient } from '../../server/database/connections.ts';
import { postgresUser } from '../../server/database/osUser.ts';
import { type Authority, createAuthority, hasOpenssl } from '../helpers/certificates.ts';
import { testDatabase } from '../helpers/database.ts';
import { until } from '../helpers/until.ts';

const database = testDatabase();

/** Of the database by its name, with these parameters in the URL. */
function config(parameters: Readonly<Record<string, string>>) {
  const url = new URL(database.url);
  url.hostname = 'localhost';
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { ...database.config, url: url.href };
}

/** Whether the connection is encrypted; throws as a start does. */
async function isEncrypted(parameters: Readonly<Record<string, string>>): Promise<boolean> {
  const found = config(parameters);
  await checkDatabase(found);
  return withClient(found, { name: 'test' }, async (client) => {
    const { rows } = await client.query<{ ssl: boolean }>('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()');
    return rows[0]?.ssl === true;
  });
}

const refusal = (parameters: Readonly<Record<string, string>>) =>
  isEncrypted(parameters).then(String, (error: Error) => error.message);

it('says what to do where Postgres has no TLS, and what a mode lacks', async () => {
  expect(await isEncrypted({ sslmode: 'disable' })).toBe(false);
  expect(await refusal({ sslmode: 'require' })).toMatch(/does not support SSL connections\. Use sslmode=disable/);
  expect(await refusal({ sslmode: 'strict' })).toMatch(
    /^The sslmode of DATABASE_URL must be disable, .* not strict\.$/,
  );
  expect(await refusal({ sslmode: 'verify-ca' })).toMatch(/^sslmode=verify-ca of DATABASE_URL needs sslrootcert/);
  expect(await refusal({ sslmode: 'verify-full', sslrootcert: '/not/there.crt' })).toMatch(
    /^A certificate of DATABASE_URL cannot be read: ENOENT.*there\.crt/,
  );
});

if (!hasOpenssl) process.stderr.write('openssl is not installed: the tests of TLS are skipped.\n');

describe.skipIf(!hasOpenssl)('with TLS by an authority of its own', () => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await createAuthority();
  });
  afterAll(async () => {
    for (const name of ['ssl', 'ssl_cert_file', 'ssl_key_file'])
      await database.pool.query(`ALTER SYSTEM RESET ${name}`);
    await database.pool.query('SELECT pg_reload_conf()');
    await authority.remove();
  });

  async function present(host: string): Promise<void> {
    const { rows } = await database.pool.query('SHOW data_directory');
    const { certificate, key } = await authority.issue(host, await postgresUser(rows[0].data_directory));
    for (const [name, value] of Object.entries({ ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key })) {
      await database.pool.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    }
    await database.pool.query('SELECT pg_reload_conf()');
    const isPresented = async () =>
      (await database.pool.query('SHOW ssl_cert_file')).rows[0].ssl_cert_file === certificate;
    await until(isPresented, { what: 'Postgres to take the certificate' });
  }

  it('encrypts with require, and trusts as each mode of libpq does', async () => {
    const warn = vi.spyOn(process, 'emitWarning');
    await present('db.example.com');
    const root = { sslrootcert: authority.file };
    expect(await isEncrypted({})).toBe(false);
    expect(await isEncrypted({ sslmode: 'disable' })).toBe(false);
    expect(await isEncrypted({ sslmode: 'require' })).toBe(true);
    expect(await isEncrypted({ sslmode: 'no-verify' })).toBe(true);
    // The name in the certificate is another one.
    expect(await isEncrypted({ sslmode: 'verify-ca', ...root })).toBe(true);
    expect(await refusal({ sslmode: 'verify-full', ...root })).toMatch(
      /cannot be reached with TLS: .*altnames.* sslrootcert/,
    );
    await present('localhost');
    expect(await isEncrypted({ sslmode: 'verify-full', ...root })).toBe(true);
    expect(await refusal({ sslmode: 'verify-full' })).toMatch(/cannot be reached with TLS: .* sslrootcert/);
    expect(await refusal({ sslrootcert: 'system' })).toMatch(/cannot be reached with TLS: .* sslrootcert/);
    expect(warn).not.toHaveBeenCalled();
  });
});
