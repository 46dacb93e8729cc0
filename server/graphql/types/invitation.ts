import type { Invitation } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';

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
