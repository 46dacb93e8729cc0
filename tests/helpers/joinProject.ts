import type { Page } from 'playwright-core';
import { askAs } from './askAs.ts';

const INVITE = `mutation ($input: AddMemberInput!) { addMember(input: $input) {
  ... on AddMemberSuccess { data { token } } ... on Error { message } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on Error { message } } }`;

export interface Newcomer {
  readonly projectId: string;
  readonly email: string;
  readonly role: 'VIEWER' | 'EDITOR' | 'ADMIN';
  readonly password: string;
}

/** Has an administrator invite somebody to a project, who accepts and signs in with their own browser. */
export async function joinProject(
  administrator: Page,
  theirs: Page,
  { projectId, email, role, password }: Newcomer,
): Promise<void> {
  const { origin } = new URL(administrator.url());
  const invited = await askAs(administrator, INVITE, { input: { projectId, email, role } });
  await askAs(theirs, ACCEPT, { input: { token: invited.addMember.data.token, password } });
  const answer = await theirs.request.post(`${origin}/api/auth/sign-in/email`, {
    headers: { origin },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
}
