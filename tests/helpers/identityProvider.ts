import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import type { IdentityProviderOptions } from '../../server/auth/identityProvider.ts';

export interface TestIdentityProvider {
  readonly options: () => IdentityProviderOptions;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
  /** A token that holds, for an hour, but for what `claims` says otherwise; undefined leaves a claim out. */
  sign(claims?: Readonly<Record<string, unknown>>, key?: CryptoKey): Promise<string>;
  /** From now on its keys cannot be read. */
  goAway(): Promise<void>;
}

export const KEY_ID = 'first';

/** An identity provider with one ES256 key and a JWKS endpoint on loopback. */
export function testIdentityProvider(): TestIdentityProvider {
  let keys: { publicKey: CryptoKey; privateKey: CryptoKey } | undefined;
  const made = () => {
    if (!keys) throw new Error('The identity provider is there within tests and hooks only.');
    return keys;
  };
  const server = createServer(async (_request, response) => {
    const jwk = await exportJWK(made().publicKey);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: KEY_ID, alg: 'ES256', use: 'sig' }] }));
  });
  const goAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  beforeAll(async () => {
    keys = await generateKeyPair('ES256');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(goAway);

  return {
    options: () => {
      const address = server.address();
      const { port } = typeof address === 'object' && address ? address : ({ port: 0 } satisfies Partial<AddressInfo>);
      return {
        jwksUrl: `http://127.0.0.1:${port}/jwks`,
        issuer: 'https://id.example',
        audience: 'sluice',
        rolesClaim: 'https://sluice.example/roles',
      };
    },
    get publicKey() {
      return made().publicKey;
    },
    get privateKey() {
      return made().privateKey;
    },
    sign(claims = {}, key = made().privateKey) {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: 'https://id.example', aud: 'sluice', sub: 'u-1', iat: now, exp: now + 3600, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: KEY_ID }).sign(key);
    },
    goAway,
  };
}
