import type { ApiKey, Invitation } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import type { MemberShape } from './store/readPeople.ts';

/** A person in a project. */
export function addMemberType(builder: Builder) {
  const member = builder.objectRef<MemberShape>('Member');
  member.implement({
    description: 'A member of a project.',
    fields: (t) => ({
      userId: t.exposeID('userId', { description: "The person's id, the same in all projects." }),
      email: t.string({ description: 'The address that the person signs in with.', resolve: ({ user }) => user.email }),
      name: t.string({ description: "The person's name.", resolve: ({ user }) => user.name }),
      role: t.expose('role', { type: Role, description: "The member's role in the project." }),
      addedAt: t.field({
        type: 'DateTime',
        description: 'The time at which the person became a member.',
        resolve: ({ createdAt }) => createdAt,
      }),
    }),
  });
  return member;
}

/** A person who can become a member. */
export function addInvitationType(builder: Builder) {
  const invitation = builder.objectRef<Invitation>('Invitation');
  invitation.implement({
    description:
      'An invitation to join a project, which can be accepted once with its token. The token is shown only once, to the inviter.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The invitation's id." }),
      email: t.exposeString('email', { description: 'The e-mail address of the invited person.' }),
      role: t.expose('role', { type: Role, description: 'The role that the person will have in the project.' }),
      createdBy: t.exposeString('createdBy', { description: 'The inviter.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'The time at which it expires.' }),
      acceptedAt: t.expose('acceptedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which the person joined; null before.',
      }),
      revokedAt: t.expose('revokedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which the invitation was withdrawn or replaced; null otherwise.',
      }),
    }),
  });
  return invitation;
}

/** A key as it is listed: never the key itself. */
export function addApiKeyType(builder: Builder) {
  const apiKey = builder.objectRef<ApiKey>('ApiKey');
  apiKey.implement({
    description:
      'An API key lets a script act in one project: "Authorization: Bearer KEY". The key itself is shown only once.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The key's id, which is not the key." }),
      name: t.exposeString('name', { description: 'The name. Histories show the key\'s actions as "key:NAME".' }),
      role: t.expose('role', { type: Role, description: "The key's role in the project." }),
      prefix: t.exposeString('prefix', { description: 'The first characters of the key, to recognize it.' }),
      createdBy: t.exposeString('createdBy', { description: 'The creator; "sluice" for the first key.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time.' }),
      expiresAt: t.expose('expiresAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which it expires; null for never.',
      }),
      lastUsedAt: t.expose('lastUsedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time of last use, to the minute; null if never.',
      }),
      revokedAt: t.expose('revokedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which it was revoked; null if it was not.',
      }),
    }),
  });
  return apiKey;
}
