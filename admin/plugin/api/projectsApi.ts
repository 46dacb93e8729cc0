import {
  AcceptInvitationDocument,
  type AcceptInvitationInput,
  AddMemberDocument,
  type AddMemberInput,
  AllowEmailDomainsDocument,
  ApiKeysDocument,
  ChangeMemberRoleDocument,
  type ChangeMemberRoleInput,
  ChangePasswordDocument,
  type ChangePasswordInput,
  CreateApiKeyDocument,
  type CreateApiKeyInput,
  CreateProjectDocument,
  type CreateProjectInput,
  InvitationsDocument,
  MembersDocument,
  type MembersQueryVariables,
  ProjectAuditDocument,
  ProjectDocument,
  RemoveMemberDocument,
  type RemoveMemberInput,
  RenameProjectDocument,
  type RenameProjectInput,
  RevokeApiKeyDocument,
  RevokeInvitationDocument,
  RotateWebhookSecretDocument,
  SetMaxConcurrentImportsDocument,
  type SetMaxConcurrentImportsInput,
  StartSwitchesDocument,
  SwitchStartingDocument,
  type SwitchStartingInput,
} from '../../gql/generated/graphql.ts';
import { page, refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { AddedMember, ApiKey, Invitation, Member, Page, Project, ProjectEntry, StartSwitch } from './types.ts';

/** A project by its id, and which page of one of its lists. */
type ProjectPage = MembersQueryVariables;

/** Queries and mutations of projects, members and keys. All throw SluiceError; the lists require ADMIN. */
export interface ProjectsApi {
  /** Null: the viewer may not see it any more. */
  project(id: string): Promise<Project | null>;
  createProject(input: CreateProjectInput): Promise<Project>;
  renameProject(input: RenameProjectInput): Promise<Project>;
  /** For administrators of the server. */
  setMaxConcurrentImports(input: SetMaxConcurrentImportsInput): Promise<Project>;
  allowEmailDomains(projectId: string, domains: string[]): Promise<Project>;
  /** The new secret, which is not shown again. */
  rotateWebhookSecret(projectId: string): Promise<{ readonly secret: string; readonly previousUntil: string | null }>;
  projectAudit(variables: ProjectPage): Promise<Page<ProjectEntry>>;
  members(variables: ProjectPage): Promise<Page<Member>>;
  addMember(input: AddMemberInput): Promise<AddedMember>;
  changeMemberRole(input: ChangeMemberRoleInput): Promise<Member>;
  removeMember(input: RemoveMemberInput): Promise<Member>;
  invitations(variables: ProjectPage): Promise<Page<Invitation>>;
  revokeInvitation(id: string): Promise<Invitation>;
  acceptInvitation(input: AcceptInvitationInput): Promise<Invitation>;
  apiKeys(variables: ProjectPage): Promise<Page<ApiKey>>;
  /** The key itself, which is not shown again. */
  createApiKey(input: CreateApiKeyInput): Promise<string>;
  revokeApiKey(id: string): Promise<ApiKey>;
  changePassword(input: ChangePasswordInput): Promise<void>;
  /** The newest first. For administrators of the server. */
  startSwitches(first: number): Promise<Page<StartSwitch>>;
  switchStarting(input: SwitchStartingInput): Promise<void>;
}

export function projectsApi(client: GraphqlClient): ProjectsApi {
  return {
    ...peopleApi(client),
    ...keysApi(client),
    project: async (id) => (await client.request(ProjectDocument, { id })).project,
    async createProject(input) {
      const { createProject: result } = await client.request(CreateProjectDocument, { input });
      return result.__typename === 'ProjectSuccess' ? result.data : refuse(result);
    },
    async renameProject(input) {
      const { renameProject: result } = await client.request(RenameProjectDocument, { input });
      return result.__typename === 'ProjectSuccess' ? result.data : refuse(result);
    },
    async setMaxConcurrentImports(input) {
      const { setMaxConcurrentImports: result } = await client.request(SetMaxConcurrentImportsDocument, { input });
      return result.__typename === 'ProjectSuccess' ? result.data : refuse(result);
    },
    async allowEmailDomains(projectId, domains) {
      const { allowEmailDomains: result } = await client.request(AllowEmailDomainsDocument, { projectId, domains });
      return result.__typename === 'AllowEmailDomainsSuccess' ? result.data : refuse(result);
    },
    async rotateWebhookSecret(projectId) {
      const { rotateWebhookSecret: result } = await client.request(RotateWebhookSecretDocument, { projectId });
      return result.__typename === 'RotateWebhookSecretSuccess' ? result : refuse(result);
    },
    projectAudit: async (variables) =>
      page((await client.request(ProjectAuditDocument, variables)).project?.auditTrail),
    startSwitches: async (first) => page((await client.request(StartSwitchesDocument, { first })).startSwitches),
    async switchStarting(input) {
      const { switchStarting: result } = await client.request(SwitchStartingDocument, { input });
      if (result.__typename !== 'SwitchStartingSuccess') refuse(result);
    },
  };
}

function peopleApi(client: GraphqlClient) {
  return {
    members: async (variables: ProjectPage) =>
      page((await client.request(MembersDocument, variables)).project?.members),
    async addMember(input: AddMemberInput) {
      const { addMember: result } = await client.request(AddMemberDocument, { input });
      return result.__typename === 'AddMemberSuccess' ? result.data : refuse(result);
    },
    async changeMemberRole(input: ChangeMemberRoleInput) {
      const { changeMemberRole: result } = await client.request(ChangeMemberRoleDocument, { input });
      return result.__typename === 'MemberSuccess' ? result.data : refuse(result);
    },
    async removeMember(input: RemoveMemberInput) {
      const { removeMember: result } = await client.request(RemoveMemberDocument, { input });
      return result.__typename === 'MemberSuccess' ? result.data : refuse(result);
    },
    invitations: async (variables: ProjectPage) =>
      page((await client.request(InvitationsDocument, variables)).project?.invitations),
    async revokeInvitation(id: string) {
      const { revokeInvitation: result } = await client.request(RevokeInvitationDocument, { id });
      return result.__typename === 'InvitationSuccess' ? result.data : refuse(result);
    },
    async acceptInvitation(input: AcceptInvitationInput) {
      const { acceptInvitation: result } = await client.request(AcceptInvitationDocument, { input });
      return result.__typename === 'InvitationSuccess' ? result.data : refuse(result);
    },
  };
}

function keysApi(client: GraphqlClient) {
  return {
    apiKeys: async (variables: ProjectPage) =>
      page((await client.request(ApiKeysDocument, variables)).project?.apiKeys),
    async createApiKey(input: CreateApiKeyInput) {
      const { createApiKey: result } = await client.request(CreateApiKeyDocument, { input });
      return result.__typename === 'CreateApiKeySuccess' ? result.key : refuse(result);
    },
    async revokeApiKey(id: string) {
      const { revokeApiKey: result } = await client.request(RevokeApiKeyDocument, { id });
      return result.__typename === 'ApiKeySuccess' ? result.data : refuse(result);
    },
    async changePassword(input: ChangePasswordInput) {
      const { changePassword: result } = await client.request(ChangePasswordDocument, { input });
      if (result.__typename !== 'ChangePasswordSuccess') refuse(result);
    },
  };
}
