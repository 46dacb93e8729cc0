import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';

describe('readConfig', () => {
  it('takes a bucket of Amazon, or of another server', () => {
    const bucket = { SLUICE_S3_BUCKET: 'uploads.example' };
    expect(readConfig(bucket).s3).toEqual({ bucket: 'uploads.example', region: 'us-east-1', endpoint: null });
    const other = { ...bucket, SLUICE_S3_REGION: 'eu', SLUICE_S3_ENDPOINT: 'https://minio.example.com/' };
    expect(readConfig(other).s3).toMatchObject({ region: 'eu', endpoint: 'https://minio.example.com' });
    expect(() => readConfig({ SLUICE_S3_BUCKET: 'No Bucket' })).toThrow(
      'SLUICE_S3_BUCKET must be the name of a bucket',
    );
  });

  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      directDatabaseUrl: null,
      schema: 'sluice',
      dataDir: resolve('.sluice'),
      admin: { email: 'admin@localhost', password: null, apiKey: null },
      secret: null,
      publicUrl: 'http://localhost:4000',
      allowedOrigins: [],
      trustedProxies: [],
      identityProvider: null,
      smtpUrl: null,
      mailFrom: 'Sluice <sluice@localhost>',
      allowedHosts: [],
      logLevel: 'info',
      maxUploadBytes: 2 ** 30,
      otlpEndpoint: null,
      graphiql: true,
      importers: { modules: [], folder: process.cwd(), origin: 'SLUICE_IMPORTERS' },
      projects: [],
      silenceMs: 30_000,
      maxConcurrentImports: 5,
      freezeSeconds: 60,
      keep: { logDays: 365, rowDays: 90 },
      metricsToken: null,
      perMinute: { inspections: 300, signIns: 20, starts: 300, uploads: 300 },
      s3: null,
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', SLUICE_ALLOWED_ORIGINS: '' })).toEqual(readConfig({}));
  });

  it('has the public URL follow the port, unless it is given', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readConfig({ PORT: '8080', SLUICE_PUBLIC_URL: 'https://sluice.example.com/' }).publicUrl).toBe(
      'https://sluice.example.com',
    );
  });

  it('splits lists at commas', () => {
    const config = readConfig({
      SLUICE_ALLOWED_ORIGINS: 'https://crm.example.com, http://localhost:3000,',
      SLUICE_ALLOWED_HOSTS: 'feeds.internal:8080',
    });
    expect(config.allowedOrigins).toEqual(['https://crm.example.com', 'http://localhost:3000']);
    expect(config.allowedHosts).toEqual(['feeds.internal:8080']);
  });

  it('offers GraphiQL except in production', () => {
    expect(readConfig({ NODE_ENV: 'production' }).graphiql).toBe(false);
  });

  it('takes tokens of an identity provider only with its issuer and our audience', () => {
    const all = {
      SLUICE_JWKS_URL: 'https://id.example.com/jwks',
      SLUICE_JWT_ISSUER: 'https://id.example.com',
      SLUICE_JWT_AUDIENCE: 'sluice',
    };
    expect(readConfig(all).identityProvider).toEqual({
      jwksUrl: 'https://id.example.com/jwks',
      issuer: 'https://id.example.com',
      audience: 'sluice',
      rolesClaim: 'sluice',
    });
    for (const name of Object.keys(all)) {
      expect(() => readConfig({ ...all, [name]: '' })).toThrow(/must be set together/);
    }
  });

  it.each([
    ['PORT', '70000', 'from 1 to 65535'],
    ['PORT', '4000x', 'a port number'],
    ['DATABASE_URL', 'mysql://localhost/x', 'postgres://'],
    ['SLUICE_ADMIN_EMAIL', 'admin', 'an e-mail address'],
    ['SLUICE_ADMIN_PASSWORD', 'short', 'at least 8 characters'],
    ['SLUICE_ADMIN_API_KEY', 'has a space', 'no spaces'],
    ['SLUICE_SECRET', 'too short', 'at least 32 characters'],
    ['SLUICE_ALLOWED_ORIGINS', 'https://crm.example.com/path', 'origins such as'],
    ['SLUICE_JWKS_URL', 'id.example.com/jwks', 'https://'],
    ['SLUICE_TRUSTED_PROXIES', 'loopback, 10.0.0.0/33', 'addresses or networks'],
    ['SLUICE_ALLOWED_HOSTS', 'feeds.internal', 'host:port'],
    ['SMTP_URL', 'mail.example.com', 'smtp://'],
    ['SLUICE_LOG_LEVEL', 'loud', 'debug, info, warn or error'],
  ])('refuses %s=%s in one line that says what it must be', (name, value, words) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must .*${words}.*\\.$`));
  });
});
