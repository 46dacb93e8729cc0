import { matchKeysOf } from './match.ts';
import type { ContactOptions } from './options.ts';
import type { Person } from './person.ts';

/**
 * The row's second person without what would make one record of the two. Couples share a phone or a mailbox, and the
 * second of them would be found as the first and overwrite the name. So a phone or an e-mail by which either is found
 * stays with the first; what neither is found by, both keep.
 */
export function separate(first: Person, second: Person, options: ContactOptions): Person {
  const phone = first.phone !== null && first.phone === second.phone ? null : second.phone;
  const kept = { ...second, phone };
  if (kept.email === null || kept.email !== first.email) return kept;
  const isFoundBy = (person: Person) => matchKeysOf(person, options).some(({ key }) => key === 'email');
  return isFoundBy(first) || isFoundBy(kept) ? { ...kept, email: null } : kept;
}
