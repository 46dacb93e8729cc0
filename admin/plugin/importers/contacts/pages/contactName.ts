import type { Contact } from '../api.ts';

/** What a contact is called: their name, else how they are reached, else the id. */
export function contactName({ firstName, lastName, email, phone, company, id }: Omit<Contact, 'lists'>): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email || phone || company || id;
}
