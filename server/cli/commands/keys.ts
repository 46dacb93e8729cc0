import { Refused } from '../../../client/errors.ts';
import { accepted } from '../api.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import {
  CreateKeyDocument,
  type KeyLineFragment,
  KeysDocument,
  type KeysQuery,
  RevokeKeyDocument,
  type Role,
} from '../generated/graphql.ts';
import type { Session } from '../session.ts';
import { table } from '../words.ts';

const PAGE_KEYS = 500;

/** The project's keys, the newest first; what they are is known to their holders only. */
export async function runKeyList(session: Session): Promise<ExitCode> {
  const { terminal } = session;
  const keys: KeyLineFragment[] = [];
  for await (const key of keysOf(session)) keys.push(key);
  if (terminal.json) for (const key of keys) terminal.answer(key, () => '');
  else {
    const rows = keys.map((key) => [key.id, key.name, key.role, key.prefix, key.lastUsedAt ?? 'never', stateOf(key)]);
    terminal.answer(keys, () => table([['ID', 'NAME', 'ROLE', 'BEGINS', 'LAST USED', 'HOLDS'], ...rows]));
  }
  return EXIT.success;
}

export interface NewKeyFlags {
  readonly role: Role;
  /** From when on it is no longer valid. */
  readonly expires?: Date | undefined;
}

/** Makes a key and shows it, once. */
export async function runKeyCreate(session: Session, name: string, flags: NewKeyFlags): Promise<ExitCode> {
  const { api, terminal } = session;
  const input = {
    ...{ projectId: await session.project(), name, role: flags.role },
    expiresAt: flags.expires?.toISOString(),
  };
  const { createApiKey: answer } = await api.request(CreateKeyDocument, { input });
  const listed = accepted(answer);
  const key = 'key' in answer ? answer.key : '';
  terminal.answer({ ...listed, key }, () => [key, 'It is not shown again, so keep it.']);
  return EXIT.success;
}

/** Makes a key useless at once. */
export async function runKeyRevoke({ api, terminal }: Session, id: string): Promise<ExitCode> {
  const key = accepted((await api.request(RevokeKeyDocument, { id })).revokeApiKey);
  terminal.answer(key, () => `"${key.name}" is no longer valid.`);
  return EXIT.success;
}

async function* keysOf(session: Session): AsyncGenerator<KeyLineFragment> {
  const projectId = await session.project();
  let after: string | null | undefined = null;
  do {
    const answer: KeysQuery = await session.api.request(KeysDocument, { projectId, first: PAGE_KEYS, after });
    const page = answer.project?.apiKeys;
    if (!page)
      throw new Refused('NOT_FOUND', `Project "${projectId}" does not exist, or you do not have access to it.`);
    for (const { node } of page.edges) yield node;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
}

function stateOf({ revokedAt, expiresAt }: KeyLineFragment): string {
  if (revokedAt) return 'revoked';
  if (!expiresAt) return 'for good';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : `until ${expiresAt}`;
}
