import { requireRole } from '../../auth/requireRole.ts';
import type { addAuditEntry } from '../auditEntry.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import type { Context } from '../context.ts';
import { toGraphQLError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { viewerOf } from '../viewerOf.ts';
import { addApiKeyType, addInvitationType, addMemberType } from './people.ts';
import { readApiKeys, readInvitations, readMembers } from './store/readPeople.ts';
import { readProjectAudit } from './store/readProjectAudit.ts';

const ADMINS_ONLY = 'Requires ADMIN; otherwise null, with the error FORBIDDEN.';

/** What an ADMIN sees of a project, and the types of what is in it. */
export function addProjectLists(builder: Builder, auditTrail: ReturnType<typeof addAuditEntry>) {
  const member = addMemberType(builder);
  const apiKey = addApiKeyType(builder);
  const invitation = addInvitationType(builder);
  const members = addConnection(builder, member, 'members');
  const apiKeys = addConnection(builder, apiKey, 'API keys');
  const invitations = addConnection(builder, invitation, 'invitations');
  builder.objectFields('Project', (t) => {
    const args = () => ({
      first: t.arg.int({ description: PAGE_ARGS.first }),
      after: t.arg.string({ description: PAGE_ARGS.after }),
      offset: t.arg.int({ description: PAGE_ARGS.offset }),
    });
    return {
      members: t.field({
        type: members,
        nullable: true,
        description: `The members of the project. ${ADMINS_ONLY}`,
        args: args(),
        resolve: (project, given, context) =>
          forAdmins(context, project.id, () => readMembers(context.prisma, project.id, pageOf(given))),
      }),
      invitations: t.field({
        type: invitations,
        nullable: true,
        description: `The invitations to the project, newest first, including closed invitations. ${ADMINS_ONLY}`,
        args: args(),
        resolve: (project, given, context) =>
          forAdmins(context, project.id, () => readInvitations(context.prisma, project.id, pageOf(given))),
      }),
      apiKeys: t.field({
        type: apiKeys,
        nullable: true,
        description: `The project's API keys, newest first, including revoked and expired keys. ${ADMINS_ONLY}`,
        args: args(),
        resolve: (project, given, context) =>
          forAdmins(context, project.id, () => readApiKeys(context.prisma, project.id, pageOf(given))),
      }),
      auditTrail: t.field({
        type: auditTrail,
        nullable: true,
        description: `The audit trail of the project and its imports, newest first. ${ADMINS_ONLY}`,
        args: args(),
        resolve: (project, given, context) =>
          forAdmins(context, project.id, () => readProjectAudit(context.prisma, project.id, pageOf(given))),
      }),
    };
  });
  return { member, apiKey, invitation };
}

function forAdmins<T>(context: Context, projectId: string, read: () => Promise<T>): Promise<T> {
  return toGraphQLError(async () => {
    requireRole(viewerOf(context), projectId, 'ADMIN');
    return read();
  });
}
