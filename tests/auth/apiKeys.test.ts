import { expect, test } from 'vitest';
import { viewerOfApiKey } from '../../server/auth/apiKeys.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi();
const now = new Date('2026-11-21T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const viewerAt = (at: Date) => viewerOfApiKey(api.options.prisma, api.keyOf('editor'), at);
const update = (data: Record<string, Date | null>) =>
  api.options.prisma.apiKey.updateMany({ where: { name: 'editor' }, data });

test('a key stands for its project and role, and for no other', async () => {
  const viewer = await viewerAt(now);
  expect(viewer).toMatchObject({ actor: 'key:editor', email: null });
  expect(viewer?.roleIn('demo')).toBe('EDITOR');
  expect(viewer?.roleIn('other')).toBeNull();
  expect(await viewerOfApiKey(api.options.prisma, 'slk_wrong', now)).toBeNull();
});

test('a key is refused once it has expired, and at once when it is revoked', async () => {
  await update({ expiresAt: later(60) });
  expect(await viewerAt(later(59))).not.toBeNull();
  expect(await viewerAt(later(60))).toBeNull();
  await update({ expiresAt: null, revokedAt: now });
  expect(await viewerAt(now)).toBeNull();
  const { errors } = await api.graphql('{ viewer { email } }', {}, 'editor');
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await update({ revokedAt: null });
});

test('the last use is kept to the minute', async () => {
  const lastUse = async () =>
    (await api.options.prisma.apiKey.findFirstOrThrow({ where: { name: 'editor' } })).lastUsedAt;
  await update({ lastUsedAt: null });
  await viewerAt(now);
  expect(await lastUse()).toEqual(now);
  await viewerAt(later(59));
  expect(await lastUse()).toEqual(now);
  await viewerAt(later(60));
  expect(await lastUse()).toEqual(later(60));
});
