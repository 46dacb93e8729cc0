import type { ApiKey } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';

/** A key as it is listed: never the key itself. */
export function addApiKeyType(builder: Builder) {
  const apiKey = builder.objectRef<ApiKey>('ApiKey');
  apiKey.implement({
    description: 'Lets a script act in one project: "Authorization: Bearer KEY". The key itself was shown once.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The key's id, which is not the key." }),
      name: t.exposeString('name', { description: 'What people call it; what it does is in histories as "key:NAME".' }),
      role: t.expose('role', { type: Role, description: 'What it may do in the project.' }),
      prefix: t.exposeString('prefix', { description: 'How the key begins, to tell it by.' }),
      createdBy: t.exposeString('createdBy', { description: 'Who made it; "sluice" for the first one.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
      expiresAt: t.expose('expiresAt', {
        type: 'DateTime',
        nullable: true,
        description: 'From when on it does not hold any more; null for never.',
      }),
      lastUsedAt: t.expose('lastUsedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was last used, to the minute; null for never.',
      }),
      revokedAt: t.expose('revokedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was revoked; null where it was not.',
      }),
    }),
  });
  return apiKey;
}
