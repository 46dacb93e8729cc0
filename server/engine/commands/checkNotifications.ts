import { normaliseEmail } from '../../sdk/email.ts';
import type { Db } from '../../sdk/records.ts';
import { InvalidInput } from '../model/errors.ts';
import type { StartImport } from '../model/requests.ts';
import { readRecipients } from '../store/deliveries.ts';

/** Addresses that one import may notify. */
export const MAX_RECIPIENTS = 10;
const MAX_URL_LENGTH = 2_000;

interface Issue {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * Whom an import tells of its end: the addresses as they are kept, each once. Throws InvalidInput for one that is
 * neither a member's nor of a domain that an administrator of the project allowed, and for a URL that is no webhook's.
 */
export async function checkNotifications(db: Db, input: StartImport): Promise<readonly string[]> {
  const given = input.notifyEmails ?? [];
  const issues: Issue[] = input.webhookUrl === undefined ? [] : webhookIssues(input.webhookUrl);
  const emails = [...new Set(given.map((email) => email.trim().toLowerCase()))];
  if (emails.length > MAX_RECIPIENTS) {
    issues.push({ path: ['notifyEmails'], message: `Give at most ${MAX_RECIPIENTS} addresses.` });
  } else if (emails.length > 0) issues.push(...(await recipientIssues(db, input.projectId, given, emails)));
  const [first, ...others] = issues;
  if (first) throw new InvalidInput([first, ...others]);
  return emails;
}

async function recipientIssues(
  db: Db,
  projectId: string,
  given: readonly string[],
  emails: readonly string[],
): Promise<Issue[]> {
  const { members, domains } = await readRecipients(db, projectId, emails);
  return given.flatMap((address, index) => {
    const email = address.trim().toLowerCase();
    if (members.includes(email)) return [];
    const path = ['notifyEmails', String(index)];
    if (normaliseEmail(email) !== email) return [{ path, message: `"${address}" is no e-mail address.` }];
    if (domains.includes(email.slice(email.lastIndexOf('@') + 1))) return [];
    const message = `"${email}" is neither a member of the project nor of a domain that its administrators allow (allowEmailDomains).`;
    return [{ path, message }];
  });
}

/** Whether its host may be reached is seen when it is: names change what they stand for. */
function webhookIssues(text: string): Issue[] {
  const issue = (message: string): Issue[] => [{ path: ['webhookUrl'], message }];
  if (!URL.canParse(text) || text.length > MAX_URL_LENGTH) {
    return issue('Give a URL such as https://example.com/hooks/imports.');
  }
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return issue('Give a URL of https or http.');
  if (username !== '' || password !== '') {
    return issue(
      'Leave user name and password out of the URL: webhooks are signed, so that their receiver knows them.',
    );
  }
  return [];
}
