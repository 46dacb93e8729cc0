import type { Builder } from '../builder.ts';
import type { addPeopleResults } from '../types/peopleResults.ts';
import { addAcceptInvitation } from './acceptInvitation.ts';
import { addAddMember } from './addMember.ts';
import { addChangeMemberRole } from './changeMemberRole.ts';
import { addChangePassword } from './changePassword.ts';
import { addCreateApiKey } from './createApiKey.ts';
import { addCreateProject } from './createProject.ts';
import { addLimitImportsAtOnce } from './limitImportsAtOnce.ts';
import { addRemoveMember } from './removeMember.ts';
import { addRenameProject } from './renameProject.ts';
import { addRevokeApiKey } from './revokeApiKey.ts';
import { addRevokeInvitation } from './revokeInvitation.ts';

/** All that is done to projects, people and keys. */
export function addPeopleMutations(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  addCreateProject(builder, results);
  addRenameProject(builder, results);
  addLimitImportsAtOnce(builder, results);
  addAddMember(builder, results);
  addAcceptInvitation(builder, results);
  addRevokeInvitation(builder, results);
  addChangeMemberRole(builder, results);
  addRemoveMember(builder, results);
  addCreateApiKey(builder, results);
  addRevokeApiKey(builder, results);
  addChangePassword(builder, results);
}
