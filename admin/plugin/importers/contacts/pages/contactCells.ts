import { isRecord, jsonText } from '../../../api/json.ts';
import type { Cells } from '../../../pages/records/export/tableOf.ts';
import type { ContactDetail } from '../api.ts';

/** The parts of an address, by the names under which the contacts importer knows them again. */
const PARTS = {
  street: 'Street',
  street2: 'Street, second line',
  city: 'City',
  region: 'Region or state',
  postalCode: 'Postal code',
  country: 'Country',
} as const;
/** Of the address that a file of contacts means when it does not say which. */
const USUAL = ['main', 'home'];

/** A contact as a line of a file that finds them again when it is imported. */
export function contactCells(contact: ContactDetail): Cells {
  return {
    'First name': contact.firstName ?? '',
    'Last name': contact.lastName ?? '',
    Phone: contact.phone ?? '',
    'E-mail': contact.email ?? '',
    Company: contact.company ?? '',
    'Job title': contact.title ?? '',
    ...addressCells(contact.addresses),
    ...(isRecord(contact.metadata) ? textsOf(contact.metadata) : {}),
  };
}

function addressCells(addresses: unknown): Cells {
  const cells: Record<string, string> = {};
  for (const [kind, address] of Object.entries(isRecord(addresses) ? addresses : {})) {
    for (const [part, label] of Object.entries(PARTS)) {
      const text = isRecord(address) ? jsonText(address[part]) : '';
      if (text !== '') cells[USUAL.includes(kind) ? label : `${capital(kind)} ${label.toLowerCase()}`] = text;
    }
  }
  return cells;
}

function textsOf(metadata: Readonly<Record<string, unknown>>): Cells {
  return Object.fromEntries(Object.entries(metadata).map(([column, value]) => [column, jsonText(value)]));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
