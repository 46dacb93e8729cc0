import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import type { MemberShape } from '../store/readPeople.ts';

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
