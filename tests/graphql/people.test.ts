import { beforeAll, expect, test } from 'vitest';
import { addPerson, ask, PASSWORD, type Person, signIn } from '../helpers/persons.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer();
let root: Person;
let ann: Person;

beforeAll(async () => {
  root = await addPerson(server, 'root@example.com', { administrator: true, roles: { demo: 'ADMIN' } });
  ann = await addPerson(server, 'ann@example.com', { roles: { demo: 'EDITOR' } });
});

const ERROR = '... on Error { code message }';
const CREATE_PROJECT = `mutation ($input: CreateProjectInput!) { done: createProject(input: $input) {
  __typename ${ERROR} ... on ProjectSuccess { data { id name } } } }`;
const RENAME = `mutation ($input: RenameProjectInput!) { done: renameProject(input: $input) {
  __typename ${ERROR} ... on ProjectSuccess { data { id name } } } }`;
const LIMIT = `mutation ($input: SetMaxConcurrentImportsInput!) { done: setMaxConcurrentImports(input: $input) {
  __typename ${ERROR} ... on ProjectSuccess { data { maxConcurrentImports } } } }`;
const ADD_MEMBER = `mutation ($input: AddMemberInput!) { done: addMember(input: $input) { __typename ${ERROR}
  ... on AddMemberSuccess { data { member { userId email role } invitation { id email role createdBy } token } } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { done: acceptInvitation(input: $input) { __typename ${ERROR}
  ... on InvitationSuccess { data { email acceptedAt } } } }`;
const REVOKE_INVITATION = `mutation ($id: ID!) { done: revokeInvitation(id: $id) { __typename ${ERROR}
  ... on InvitationSuccess { data { revokedAt } } } }`;
const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) { done: changeMemberRole(input: $input) { __typename ${ERROR}
  ... on MemberSuccess { data { email role } } } }`;
const REMOVE = `mutation ($input: RemoveMemberInput!) { done: removeMember(input: $input) { __typename ${ERROR}
  ... on MemberSuccess { data { email role } } } }`;
const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { done: changePassword(input: $input) { __typename ${ERROR}
  ... on ChangePasswordSuccess { data { email } } } }`;
const PROJECTS = '{ viewer { email administrator projects { role project { id name } } } }';

async function done(who: Person, query: string, input: Record<string, unknown>) {
  const { data, errors } = await who.graphql(query, { input });
  expect(errors).toBeUndefined();
  return data.done;
}

/** A project of its own for a test. */
async function newProject(id: string): Promise<string> {
  expect((await done(root, CREATE_PROJECT, { id, name: id })).__typename).toBe('ProjectSuccess');
  return id;
}

/** Somebody without an account; the token that is for them. */
async function invited(who: Person, projectId: string, email: string, role = 'VIEWER'): Promise<string> {
  const { data } = await done(who, ADD_MEMBER, { projectId, email, role });
  expect(data).toMatchObject({ member: null, invitation: { email, role, createdBy: who.email } });
  return data.token;
}

const accept = async (input: Record<string, unknown>, headers = {}) =>
  (await ask(server, headers, ACCEPT, { input })).data.done;

test('an administrator of the server makes projects, and is the first ADMIN of each', async () => {
  expect(await done(root, CREATE_PROJECT, { id: 'crm', name: ' CRM ' })).toEqual({
    __typename: 'ProjectSuccess',
    data: { id: 'crm', name: 'CRM' },
  });
  const { viewer } = (await root.graphql(PROJECTS)).data;
  expect(viewer).toMatchObject({ administrator: true });
  expect(viewer.projects).toContainEqual({ role: 'ADMIN', project: { id: 'crm', name: 'CRM' } });
  expect(await done(root, CREATE_PROJECT, { id: 'crm', name: 'x' })).toMatchObject({ code: 'PROJECT_ID_TAKEN' });
  expect(await done(root, CREATE_PROJECT, { id: '../crm', name: '' })).toMatchObject({ code: 'INVALID_INPUT' });
});

test('nobody else makes projects: no member, and no ADMIN key', async () => {
  expect((await done(ann, CREATE_PROJECT, { name: 'x' })).code).toBe('FORBIDDEN');
  const { data } = await server.graphql(CREATE_PROJECT, { input: { name: 'x' } }, 'admin');
  expect(data.done.code).toBe('FORBIDDEN');
});

test('an ADMIN renames the project, and nobody else', async () => {
  const projectId = await newProject('names');
  expect((await done(root, RENAME, { projectId, name: 'New name' })).data).toEqual({ id: 'names', name: 'New name' });
  expect((await done(ann, RENAME, { projectId: 'demo', name: 'x' })).code).toBe('FORBIDDEN');
  expect((await done(ann, RENAME, { projectId, name: 'x' })).code).toBe('NOT_FOUND');
});

test('an administrator of the server says how many imports of a project run at once, and nobody else', async () => {
  const projectId = await newProject('wide');
  expect((await done(root, LIMIT, { projectId, maxConcurrentImports: 9 })).data).toEqual({ maxConcurrentImports: 9 });
  expect(await done(root, LIMIT, { projectId, maxConcurrentImports: 0 })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await done(root, LIMIT, { projectId: 'none', maxConcurrentImports: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  const { data } = await server.graphql(LIMIT, { input: { projectId: 'demo', maxConcurrentImports: 9 } }, 'admin');
  expect(data.done.code).toBe('FORBIDDEN');
  expect((await done(root, LIMIT, { projectId, maxConcurrentImports: null })).data).toEqual({
    maxConcurrentImports: null,
  });
  const trail = `{ project(id: "wide") { auditTrail(first: 2) { edges { node { action detail } } } } }`;
  const { edges } = (await root.graphql(trail)).data.project.auditTrail;
  expect(edges.map(({ node }: { node: { detail: object } }) => node.detail)).toEqual([
    { before: 9, after: null },
    { before: null, after: 9 },
  ]);
});

test('somebody with an account is a member at once', async () => {
  const projectId = await newProject('direct');
  const { data } = await done(root, ADD_MEMBER, { projectId, email: 'ANN@example.com', role: 'VIEWER' });
  expect(data).toEqual({
    member: { userId: ann.userId, email: 'ann@example.com', role: 'VIEWER' },
    invitation: null,
    token: null,
  });
  expect((await ann.graphql(PROJECTS)).data.viewer.projects).toContainEqual({
    role: 'VIEWER',
    project: { id: projectId, name: projectId },
  });
  const again = await done(root, ADD_MEMBER, { projectId, email: 'ann@example.com', role: 'ADMIN' });
  expect(again.code).toBe('ALREADY_MEMBER');
});

test('somebody without an account gets one by an invitation, which holds once', async () => {
  const projectId = await newProject('invited');
  const token = await invited(root, projectId, 'bob@example.com', 'EDITOR');
  const { rows } = await server.engine.pool.query('SELECT invitation::text AS line FROM invitation');
  expect(rows.map(({ line }) => line).join('\n')).not.toContain(token);

  expect((await accept({ token, password: 'short' })).code).toBe('INVALID_INPUT');
  expect((await accept({ token, password: 'the password of Bob', name: 'Bob' })).__typename).toBe('InvitationSuccess');
  const bob = await signIn(server, 'bob@example.com', 'the password of Bob');
  expect((await bob.graphql(PROJECTS)).data.viewer.projects).toEqual([
    { role: 'EDITOR', project: { id: projectId, name: projectId } },
  ]);
  expect((await accept({ token, password: 'another password' })).code).toBe('NOT_FOUND');
  await expect(signIn(server, 'bob@example.com', 'another password')).rejects.toThrow('401');
});

test('an invitation that was withdrawn, replaced or has expired does not hold', async () => {
  const projectId = await newProject('withdrawn');
  const first = await invited(root, projectId, 'carl@example.com');
  const second = await invited(root, projectId, 'carl@example.com');
  expect((await accept({ token: first, password: PASSWORD })).code).toBe('NOT_FOUND');
  const list = '{ project(id: "withdrawn") { invitations { totalCount edges { node { id revokedAt } } } } }';
  const { edges, totalCount } = (await root.graphql(list)).data.project.invitations;
  expect(totalCount).toBe(2);
  expect(edges.map(({ node }: { node: { revokedAt: string } }) => node.revokedAt === null)).toEqual([true, false]);
  const { data } = await root.graphql(REVOKE_INVITATION, { id: edges[0].node.id });
  expect(data.done.data.revokedAt).not.toBeNull();
  expect((await accept({ token: second, password: PASSWORD })).code).toBe('NOT_FOUND');

  const third = await invited(root, projectId, 'carl@example.com');
  await server.options.prisma.invitation.updateMany({ data: { expiresAt: new Date() } });
  const late = await accept({ token: third, password: PASSWORD });
  expect(late).toEqual(await accept({ token: 'sli_never', password: PASSWORD }));
  expect(await server.options.prisma.user.count({ where: { email: 'carl@example.com' } })).toBe(0);
});

test('who makes an account in another’s name gets into no further project by it', async () => {
  const projectId = await newProject('mallory');
  const mallory = await addPerson(server, 'mallory@example.com', { roles: { mallory: 'ADMIN' } });
  const own = await invited(mallory, projectId, 'boss@example.com');
  await accept({ token: own, password: PASSWORD });
  const boss = await signIn(server, 'boss@example.com');

  const token = await invited(root, 'demo', 'boss@example.com', 'ADMIN');
  expect((await boss.graphql(PROJECTS)).data.viewer.projects.map(({ role }: { role: string }) => role)).toEqual([
    'VIEWER',
  ]);
  // Nor does a token let anybody try passwords, or get at an account that is there.
  expect((await accept({ token, password: 'my own password' })).code).toBe('SIGN_IN_FIRST');
  expect((await accept({ token }, { cookie: ann.cookie })).code).toBe('SIGN_IN_FIRST');
  expect((await accept({ token }, { cookie: boss.cookie })).__typename).toBe('InvitationSuccess');
  expect((await boss.graphql(PROJECTS)).data.viewer.projects).toHaveLength(2);
});

test('a role counts from the next request on; the last ADMIN stays ADMIN', async () => {
  const projectId = await newProject('roles');
  await done(root, ADD_MEMBER, { projectId, email: ann.email, role: 'VIEWER' });
  const change = (userId: string, role: string) => done(root, CHANGE_ROLE, { projectId, userId, role });
  expect((await change(root.userId, 'EDITOR')).code).toBe('LAST_ADMINISTRATOR');
  expect((await change(ann.userId, 'ADMIN')).data).toEqual({ email: ann.email, role: 'ADMIN' });
  expect((await done(ann, RENAME, { projectId, name: 'by Ann' })).__typename).toBe('ProjectSuccess');
  expect((await change(root.userId, 'EDITOR')).__typename).toBe('MemberSuccess');
  expect((await change(ann.userId, 'VIEWER')).code).toBe('FORBIDDEN');
  expect((await done(ann, REMOVE, { projectId, userId: ann.userId })).code).toBe('LAST_ADMINISTRATOR');
});

test('who is removed is out at once; two ADMINs who remove each other leave one', async () => {
  const projectId = await newProject('removed');
  await done(root, ADD_MEMBER, { projectId, email: ann.email, role: 'ADMIN' });
  const answers = await Promise.all([
    done(root, REMOVE, { projectId, userId: ann.userId }),
    done(ann, REMOVE, { projectId, userId: root.userId }),
  ]);
  expect(answers.map((each) => each.__typename).sort()).not.toEqual(['MemberSuccess', 'MemberSuccess']);
  const left = await server.options.prisma.member.findMany({ where: { projectId } });
  expect(left).toHaveLength(1);
  const out = left[0]?.userId === root.userId ? ann : root;
  const { data } = await out.graphql('{ project(id: "removed") { id } }');
  expect(data.project).toBeNull();
});

test('a person of other projects is as unknown as nobody', async () => {
  const projectId = await newProject('unknown');
  for (const query of [REMOVE, CHANGE_ROLE]) {
    const role = query === CHANGE_ROLE ? { role: 'VIEWER' } : {};
    const other = await done(root, query, { projectId, userId: ann.userId, ...role });
    const nobody = await done(root, query, { projectId, userId: 'nobody', ...role });
    expect(other.code).toBe('NOT_FOUND');
    expect(other.message.replace(ann.userId, '')).toBe(nobody.message.replace('nobody', ''));
  }
});

test('a person changes their password with the old one, and their other sessions end', async () => {
  const dora = await addPerson(server, 'dora@example.com', { roles: { demo: 'VIEWER' } });
  const elsewhere = await signIn(server, dora.email);
  const newPassword = 'another long password';
  const wrong = await done(dora, CHANGE_PASSWORD, { currentPassword: 'wrong', newPassword });
  expect(wrong).toMatchObject({ __typename: 'InvalidInputError' });
  expect((await done(dora, CHANGE_PASSWORD, { currentPassword: PASSWORD, newPassword: 'short' })).code).toBe(
    'INVALID_INPUT',
  );
  expect((await done(dora, CHANGE_PASSWORD, { currentPassword: PASSWORD, newPassword })).data.email).toBe(dora.email);
  expect((await dora.graphql(PROJECTS)).data.viewer.email).toBe(dora.email);
  expect((await elsewhere.graphql(PROJECTS)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  await expect(signIn(server, dora.email)).rejects.toThrow('401');
  await signIn(server, dora.email, newPassword);
  const { data } = await server.graphql(CHANGE_PASSWORD, { input: { currentPassword: '', newPassword } }, 'admin');
  expect(data.done.code).toBe('FORBIDDEN');
});

test('all of it is in the audit trail, by whom, and no secret is', async () => {
  const projectId = await newProject('trail');
  await done(root, RENAME, { projectId, name: 'Trail' });
  await done(root, ADD_MEMBER, { projectId, email: ann.email, role: 'VIEWER' });
  await done(root, CHANGE_ROLE, { projectId, userId: ann.userId, role: 'EDITOR' });
  await done(root, REMOVE, { projectId, userId: ann.userId });
  const token = await invited(root, projectId, 'erik@example.com');
  await accept({ token, password: PASSWORD });
  const trail = (after: string | null) =>
    root.graphql(
      `query ($after: String) { project(id: "trail") { auditTrail(first: 4, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { actor action detail importId } } } } }`,
      { after },
    );
  const first = (await trail(null)).data.project.auditTrail;
  const second = (await trail(first.pageInfo.endCursor)).data.project.auditTrail;
  const entries = [...first.edges, ...second.edges].map(({ node }) => node);
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
    ['erik@example.com', 'ACCEPT_INVITATION'],
    ['root@example.com', 'INVITE'],
    ['root@example.com', 'REMOVE_MEMBER'],
    ['root@example.com', 'CHANGE_ROLE'],
    ['root@example.com', 'ADD_MEMBER'],
    ['root@example.com', 'RENAME_PROJECT'],
    ['root@example.com', 'CREATE_PROJECT'],
  ]);
  expect([first.totalCount, second.pageInfo.hasNextPage]).toEqual([7, false]);
  expect(entries[3].detail).toEqual({ email: ann.email, before: 'VIEWER', after: 'EDITOR' });
  expect(JSON.stringify(entries)).not.toContain(token);
});

test('only an ADMIN sees people, keys, invitations and the trail of a project', async () => {
  const lists = ['members', 'apiKeys', 'invitations', 'auditTrail'];
  const query = `{ project(id: "demo") { name ${lists.map((list) => `${list} { totalCount }`).join(' ')} } }`;
  const seen = (await root.graphql(query)).data.project;
  for (const list of lists) expect(seen[list].totalCount, list).toBeGreaterThan(0);
  for (const who of ['viewer', 'editor'] as const) {
    const { data, errors } = await server.graphql(query, {}, who);
    expect(data.project).toEqual({ name: 'Demo', members: null, apiKeys: null, invitations: null, auditTrail: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(lists.map(() => 'FORBIDDEN'));
  }
});
