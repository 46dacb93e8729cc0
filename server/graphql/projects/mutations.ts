import type { Builder } from '../builder.ts';
import { addCreateApiKey, addRevokeApiKey } from './apiKeys.ts';
import { addAcceptInvitation, addRevokeInvitation } from './invitations.ts';
import { addAddMember, addChangeMemberRole, addRemoveMember } from './members.ts';
import { addCreateProject, addRenameProject } from './project.ts';
import type { addPeopleResults } from './results.ts';
import { addSetMaxConcurrentImports } from './settings.ts';
import { addChangePassword } from './viewer.ts';

/** All that is done to projects, people and keys. */
export function addPeopleMutations(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  addCreateProject(builder, results);
  addRenameProject(builder, results);
  addSetMaxConcurrentImports(builder, results);
  addAddMember(builder, results);
  addAcceptInvitation(builder, results);
  addRevokeInvitation(builder, results);
  addChangeMemberRole(builder, results);
  addRemoveMember(builder, results);
  addCreateApiKey(builder, results);
  addRevokeApiKey(builder, results);
  addChangePassword(builder, results);
}
