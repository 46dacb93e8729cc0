import type { Viewer } from '../../auth/viewer.ts';
import type { ApiKey, Invitation } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import { addResult, type Result } from '../results.ts';
import type { addProjectLists } from './lists.ts';
import type { MemberShape } from './store/readPeople.ts';

export type ProjectResult = Result<'ProjectSuccess', OfProject>;
export type AddMemberResult = Result<'AddMemberSuccess', OfAdded>;
export type MemberResult = Result<'MemberSuccess', OfMember>;
export type InvitationResult = Result<'InvitationSuccess', OfInvitation>;
export type CreateApiKeyResult = Result<'CreateApiKeySuccess', OfNewApiKey>;
export type ApiKeyResult = Result<'ApiKeySuccess', OfApiKey>;
export type ChangePasswordResult = Result<'ChangePasswordSuccess', OfViewer>;

interface OfProject {
  readonly project: { readonly id: string; readonly name: string };
}
interface OfAdded {
  readonly added: Added;
}
interface OfMember {
  readonly member: MemberShape;
}
interface OfInvitation {
  readonly invitation: Invitation;
}
interface OfApiKey {
  readonly apiKey: ApiKey;
}
interface OfNewApiKey extends OfApiKey {
  readonly key: string;
}
interface OfViewer {
  readonly viewer: Viewer;
}

interface Added {
  readonly member: MemberShape | null;
  readonly invitation: Invitation | null;
  readonly token: string | null;
}

/** The results of mutations on projects, people and keys. */
export function addPeopleResults(builder: Builder, types: ReturnType<typeof addProjectLists>) {
  const addedMember = addAddedMember(builder, types);
  return {
    project: addResult<OfProject>(builder, 'Project', {
      of: 'an action on a project',
      success: 'The operation succeeded.',
      data: (t) =>
        t.field({ type: 'Project', description: 'The project as it is now.', resolve: ({ project }) => project }),
    }),
    addMember: addResult<OfAdded>(builder, 'AddMember', {
      of: 'addMember',
      success: 'The person is a member, or is invited.',
      data: (t) =>
        t.field({
          type: addedMember,
          description: 'The added member or the invitation.',
          resolve: ({ added }) => added,
        }),
    }),
    member: addResult<OfMember>(builder, 'Member', {
      of: 'an action on a member',
      success: 'The operation succeeded.',
      data: (t) =>
        t.field({
          type: types.member,
          description: 'The member, or the member as they were before they were removed.',
          resolve: ({ member }) => member,
        }),
    }),
    invitation: addResult<OfInvitation>(builder, 'Invitation', {
      of: 'an action on an invitation',
      success: 'The operation succeeded, now or earlier.',
      data: (t) =>
        t.field({
          type: types.invitation,
          description: 'The invitation as it is now.',
          resolve: ({ invitation }) => invitation,
        }),
    }),
    createApiKey: addResult<OfNewApiKey>(builder, 'CreateApiKey', {
      of: 'createApiKey',
      success: 'The key was created.',
      data: (t) =>
        t.field({
          type: types.apiKey,
          description: "The key's entry in the list of keys.",
          resolve: ({ apiKey }) => apiKey,
        }),
      fields: (t) => ({
        key: t.exposeString('key', { description: 'The key itself. It is not shown again, so keep it.' }),
      }),
    }),
    apiKey: addResult<OfApiKey>(builder, 'ApiKey', {
      of: 'an action on an API key',
      success: 'The operation succeeded, now or earlier.',
      data: (t) =>
        t.field({ type: types.apiKey, description: 'The key as it is now.', resolve: ({ apiKey }) => apiKey }),
    }),
    changePassword: addResult<OfViewer>(builder, 'ChangePassword', {
      of: 'changePassword',
      success: 'The password was changed, and all other sessions of the person have ended.',
      data: (t) => t.field({ type: 'Viewer', description: 'The viewer.', resolve: ({ viewer }) => viewer }),
    }),
  };
}

function addAddedMember(builder: Builder, types: ReturnType<typeof addProjectLists>) {
  return builder.objectRef<Added>('AddedMember').implement({
    description: 'The added member or the invitation.',
    fields: (t) => ({
      member: t.field({
        type: types.member,
        nullable: true,
        description: 'The member; null if the person is invited.',
        resolve: ({ member }) => member,
      }),
      invitation: t.field({
        type: types.invitation,
        nullable: true,
        description:
          'The invitation, for a person without an account or with an account whose address no administrator of the server vouched for.',
        resolve: ({ invitation }) => invitation,
      }),
      token: t.exposeString('token', {
        nullable: true,
        description:
          "The invitation's token for acceptInvitation. It is not shown again. Give it only to the invited person.",
      }),
    }),
  });
}
