import type { ApiKey, Invitation } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import type { MemberShape } from './store/readPeople.ts';

/** A person in a project. */
export function addMemberType(builder: Builder) {
  const member = builder.objectRef<MemberShape>('Member');
  member.implement({
    description: 'A person who may see a project.',
    fields: (t) => ({
      userId: t.exposeID('userId', { description: "The person's id, the same in all projects." }),
      email: t.string({ description: 'The address that they sign in with.', resolve: ({ user }) => user.email }),
      name: t.string({ description: 'What they call themselves.', resolve: ({ user }) => user.name }),
      role: t.expose('role', { type: Role, description: 'What they may do in the project.' }),
      addedAt: t.field({ type: 'DateTime', description: 'Since when.', resolve: ({ createdAt }) => createdAt }),
    }),
  });
  return member;
}

/** Somebody who may become a member. */
export function addInvitationType(builder: Builder) {
  const invitation = builder.objectRef<Invitation>('Invitation');
  invitation.implement({
    description: 'Lets whoever holds its token join a project, once. The token was shown once, to who invited.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The invitation's id." }),
      email: t.exposeString('email', { description: 'Who is invited.' }),
      role: t.expose('role', { type: Role, description: 'What they will be in the project.' }),
      createdBy: t.exposeString('createdBy', { description: 'Who invited them.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'From when on it does not hold any more.' }),
      acceptedAt: t.expose('acceptedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When they joined; null before.',
      }),
      revokedAt: t.expose('revokedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was withdrawn, or replaced by a newer one; null where it was not.',
      }),
    }),
  });
  return invitation;
}

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
