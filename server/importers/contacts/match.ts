import { message } from '../../messages/catalogue.ts';
import type { Fit, MatchKey, Misfit } from '../../sdk/index.ts';
import type { ContactOptions } from './options.ts';
import { compareNames } from './samePerson.ts';
import { type ContactFields, phoneAndName } from './store.ts';

type Sought = Pick<ContactFields, 'firstName' | 'lastName' | 'phone' | 'email'>;

/** By what the record of a contact is found; see the option matchBy. */
export function matchKeysOf(contact: Sought, { matchBy }: Pick<ContactOptions, 'matchBy'>): MatchKey[] {
  const { email } = contact;
  const byPhone = phoneKeys(contact);
  const byEmail = email === null ? [] : spellings(email).map((value) => ({ key: 'email', value }));
  const [first, second] = matchBy.startsWith('PHONE') ? [byPhone, byEmail] : [byEmail, byPhone];
  return first.length === 0 || matchBy.includes('THEN') ? [...first, ...second] : first;
}

/** The same phone and name first, since of a crowd that has one number only they are looked at. */
function phoneKeys(contact: Sought): MatchKey[] {
  const { phone } = contact;
  const both = phoneAndName(contact);
  if (phone === null || both === null) return [];
  return [
    { key: 'phoneAndName', value: both, field: 'phone' },
    { key: 'phone', value: phone },
  ];
}

/** Addresses that came before they were kept as NFC may be NFD. */
function spellings(email: string): string[] {
  const decomposed = email.normalize('NFD');
  return decomposed === email ? [email] : [email, decomposed];
}

const SHARED_PHONE: Misfit = { ...message('SHARED_PHONE'), otherwise: 'CREATE' };

const SHARED_EMAIL: Misfit = { ...message('SHARED_EMAIL'), otherwise: 'CREATE' };

const AMBIGUOUS: Misfit = {
  ...message('AMBIGUOUS_MATCH', { cause: message('EMAIL_OF_ANOTHER') }),
  otherwise: 'FAIL',
};

/**
 * Whether a contact that was found by phone or e-mail is the row's person. A phone number is shared by households and
 * switchboards: it tells nothing where the e-mail address or the name says otherwise. An e-mail address is one's own
 * unless both name and phone say otherwise.
 */
export function fitContact(
  contact: ContactFields | null,
  sought: Sought,
  { key }: MatchKey,
  { sharedEmail }: Pick<ContactOptions, 'sharedEmail'>,
): Fit {
  const isEmail = key === 'email';
  const misfit = isEmail ? (sharedEmail === 'CREATE' ? SHARED_EMAIL : AMBIGUOUS) : SHARED_PHONE;
  if (contact === null) return misfit;
  const names = compareNames(contact, sought);
  const differs = isEmail
    ? names === 'DIFFERENT' && contradict(contact.phone, sought.phone)
    : names === 'DIFFERENT' || names === 'RENAMED' || contradict(contact.email, sought.email);
  if (differs) return misfit;
  return names === 'SAME' ? 'SURE' : 'PERHAPS';
}

function contradict(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && a.normalize() !== b.normalize();
}
