import type { Viewer } from '../../auth/viewer.ts';
import type { ApiKey, Invitation } from '../../generated/prisma/client.ts';
import type { Builder } from '../builder.ts';
import type { ErrorAnswer } from '../errors.ts';
import type { addProjectLists } from './lists.ts';
import type { MemberShape } from './store/readPeople.ts';

type Answer<Name extends string, Shape> = ({ readonly __typename: Name } & Shape) | ErrorAnswer;
export type ProjectAnswer = Answer<'ProjectSuccess', ProjectDone>;
export type AddMemberAnswer = Answer<'AddMemberSuccess', { readonly added: Added }>;
export type MemberAnswer = Answer<'MemberSuccess', { readonly member: MemberShape }>;
export type InvitationAnswer = Answer<'InvitationSuccess', { readonly invitation: Invitation }>;
export type CreateApiKeyAnswer = Answer<'CreateApiKeySuccess', { readonly apiKey: ApiKey; readonly key: string }>;
export type ApiKeyAnswer = Answer<'ApiKeySuccess', { readonly apiKey: ApiKey }>;
export type ChangePasswordAnswer = Answer<'ChangePasswordSuccess', { readonly viewer: Viewer }>;

interface ProjectDone {
  readonly project: { readonly id: string; readonly name: string };
}

interface Added {
  readonly member: MemberShape | null;
  readonly invitation: Invitation | null;
  readonly token: string | null;
}

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'ConflictError', 'LimitExceededError'] as const;

/** The unions that mutations on projects, people and keys answer with. */
export function addPeopleResults(builder: Builder, types: ReturnType<typeof addProjectLists>) {
  const projectSuccess = builder.objectRef<ProjectDone>('ProjectSuccess');
  projectSuccess.implement({
    description: 'The operation succeeded.',
    fields: (t) => ({
      data: t.field({ type: 'Project', description: 'The project as it is now.', resolve: ({ project }) => project }),
    }),
  });
  const memberSuccess = builder.objectRef<{ member: MemberShape }>('MemberSuccess');
  memberSuccess.implement({
    description: 'The operation succeeded.',
    fields: (t) => ({
      data: t.field({
        type: types.member,
        description: 'The member, or the member as they were before they were removed.',
        resolve: ({ member }) => member,
      }),
    }),
  });
  const invitationSuccess = builder.objectRef<{ invitation: Invitation }>('InvitationSuccess');
  invitationSuccess.implement({
    description: 'The operation succeeded, now or earlier.',
    fields: (t) => ({
      data: t.field({
        type: types.invitation,
        description: 'The invitation as it is now.',
        resolve: ({ invitation }) => invitation,
      }),
    }),
  });
  const apiKeySuccess = builder.objectRef<{ apiKey: ApiKey }>('ApiKeySuccess');
  apiKeySuccess.implement({
    description: 'The operation succeeded, now or earlier.',
    fields: (t) => ({
      data: t.field({ type: types.apiKey, description: 'The key as it is now.', resolve: ({ apiKey }) => apiKey }),
    }),
  });
  const createApiKeySuccess = builder.objectRef<{ apiKey: ApiKey; key: string }>('CreateApiKeySuccess');
  createApiKeySuccess.implement({
    description: 'The key was created.',
    fields: (t) => ({
      data: t.field({
        type: types.apiKey,
        description: "The key's entry in the list of keys.",
        resolve: ({ apiKey }) => apiKey,
      }),
      key: t.exposeString('key', { description: 'The key itself. It is not shown again, so keep it.' }),
    }),
  });
  const changePasswordSuccess = builder.objectRef<{ viewer: Viewer }>('ChangePasswordSuccess');
  changePasswordSuccess.implement({
    description: 'The password was changed, and all other sessions of the person have ended.',
    fields: (t) => ({
      data: t.field({ type: 'Viewer', description: 'The viewer.', resolve: ({ viewer }) => viewer }),
    }),
  });
  return {
    project: unionOf(builder, 'ProjectResult', 'an action on a project', projectSuccess),
    addMember: unionOf(builder, 'AddMemberResult', 'addMember', addAddedMember(builder, types)),
    member: unionOf(builder, 'MemberResult', 'an action on a member', memberSuccess),
    invitation: unionOf(builder, 'InvitationResult', 'an action on an invitation', invitationSuccess),
    createApiKey: unionOf(builder, 'CreateApiKeyResult', 'createApiKey', createApiKeySuccess),
    apiKey: unionOf(builder, 'ApiKeyResult', 'an action on an API key', apiKeySuccess),
    changePassword: unionOf(builder, 'ChangePasswordResult', 'changePassword', changePasswordSuccess),
  };
}

type ObjectRef<Shape> = PothosSchemaTypes.ObjectRef<Builder['$inferSchemaTypes'], Shape>;

function unionOf<Shape>(builder: Builder, name: string, what: string, success: ObjectRef<Shape>) {
  return builder.unionType(name, { description: `The result of ${what}.`, types: [success, ...ERRORS] });
}

function addAddedMember(builder: Builder, types: ReturnType<typeof addProjectLists>) {
  const added = builder.objectRef<Added>('AddedMember');
  added.implement({
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
  const success = builder.objectRef<{ added: Added }>('AddMemberSuccess');
  success.implement({
    description: 'The person is a member, or is invited.',
    fields: (t) => ({
      data: t.field({
        type: added,
        description: 'The added member or the invitation.',
        resolve: (parent) => parent.added,
      }),
    }),
  });
  return success;
}
