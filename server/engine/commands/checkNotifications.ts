import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { normaliseEmail } from '../../sdk/email.ts';
import type { Db } from '../../sdk/records.ts';
import { type InputIssue, InvalidInput } from '../model/errors.ts';
import type { StartImport } from '../model/requests.ts';
import { readRecipients } from '../store/deliveries.ts';

/** Addresses that one import may notify. */
export const MAX_RECIPIENTS = 10;
const MAX_URL_LENGTH = 2_000;

/**
 * Whom an import tells of its end: the addresses as they are kept, each once. Throws InvalidInput for one that is
 * neither a member's nor of a domain that an administrator of the project allowed, and for a URL that is no webhook's.
 */
export async function checkNotifications(db: Db, input: StartImport): Promise<readonly string[]> {
  const given = input.notifyEmails ?? [];
  const issues: InputIssue[] = input.webhookUrl === undefined ? [] : webhookIssues(input.webhookUrl);
  const emails = [...new Set(given.map((email) => email.trim().toLowerCase()))];
  if (emails.length > MAX_RECIPIENTS) {
    issues.push({ path: ['notifyEmails'], message: message('AT_MOST_ADDRESSES', { count: MAX_RECIPIENTS }) });
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
): Promise<InputIssue[]> {
  const { members, domains } = await readRecipients(db, projectId, emails);
  return given.flatMap((address, index) => {
    const email = address.trim().toLowerCase();
    if (members.includes(email)) return [];
    const path = ['notifyEmails', String(index)];
    if (normaliseEmail(email) !== email) return [{ path, message: message('NO_ADDRESS', { text: address }) }];
    if (domains.includes(email.slice(email.lastIndexOf('@') + 1))) return [];
    return [{ path, message: message('ADDRESS_NOT_ALLOWED', { text: email }) }];
  });
}

/** Whether its host may be reached is seen when it is: names change what they stand for. */
function webhookIssues(text: string): InputIssue[] {
  const issue = (reason: Message): InputIssue[] => [{ path: ['webhookUrl'], message: reason }];
  if (!URL.canParse(text) || text.length > MAX_URL_LENGTH) {
    return issue(message('WEBHOOK_URL'));
  }
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return issue(message('WEBHOOK_SCHEME'));
  if (username !== '' || password !== '') {
    return issue(message('WEBHOOK_PASSWORD'));
  }
  return [];
}
