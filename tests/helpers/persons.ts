import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../../server/generated/prisma/enums.ts';
import type { Answer } from './api.ts';
import type { TestServer } from './server.ts';

export const PASSWORD = 'a password that is long';

/** Somebody who signed in, as a browser is. */
export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly cookie: string;
  graphql(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export interface PersonOptions {
  readonly administrator?: boolean;
  /** Role by project id. */
  readonly roles?: Readonly<Record<string, Role>>;
}

let lastAddress = 0;

/** Adds an account whose address is verified, and signs in with it. */
export async function addPerson(server: TestServer, email: string, options: PersonOptions = {}): Promise<Person> {
  const id = uuidv7();
  const { administrator = false, roles = {} } = options;
  await server.options.prisma.user.create({
    data: {
      ...{ id, email, name: email, administrator, emailVerified: true },
      accounts: {
        create: { id: uuidv7(), accountId: id, providerId: 'credential', password: await hashPassword(PASSWORD) },
      },
      memberships: { create: Object.entries(roles).map(([projectId, role]) => ({ projectId, role })) },
    },
  });
  return signIn(server, email);
}

/** Rejects when the password is not theirs. */
export async function signIn(server: TestServer, email: string, password = PASSWORD): Promise<Person> {
  lastAddress += 1;
  const response = await fetch(`${server.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    // From an address of their own, so that the limit of sign-ins is not met.
    headers: {
      'content-type': 'application/json',
      origin: server.origin,
      'x-forwarded-for': `198.18.0.${lastAddress}`,
    },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`);
  const { user } = await response.json();
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  return { userId: user.id, email, cookie, graphql: (query, variables) => ask(server, { cookie }, query, variables) };
}

/** Asks over HTTP, with these headers. */
export async function ask(
  server: TestServer,
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  return { status: response.status, headers: response.headers, data, errors };
}
