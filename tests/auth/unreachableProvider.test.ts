import { expect, test } from 'vitest';
import { createTokenVerifier } from '../../server/auth/identityProvider.ts';
import { testApi } from '../helpers/api.ts';
import { testIdentityProvider } from '../helpers/identityProvider.ts';

const provider = testIdentityProvider();
const api = testApi();

test('while the provider cannot be reached, nobody is told that their token is wrong', async () => {
  const verify = createTokenVerifier(api.options.prisma, provider.options());
  await provider.goAway();
  await expect(verify(await provider.sign())).rejects.toThrow();
});
