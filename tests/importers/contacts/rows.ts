import { createPreparer } from '../../../server/engine/apply/prepare.ts';
import type { PreparedRow } from '../../../server/engine/model/preparedRow.ts';
import { contacts } from '../../../server/importers/contacts/index.ts';
import type { ContactFields } from '../../../server/importers/contacts/store.ts';
import { type JsonObject, suggestMapping } from '../../../server/sdk/index.ts';

/** Rows as the engine prepares them, mapped as it is suggested for their columns. */
export function prepareRows(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly [name: string]: string } = {},
): PreparedRow[] {
  const { mapping } = suggestMapping(contacts, columns);
  // As they are kept with an import.
  const parsed: JsonObject = JSON.parse(JSON.stringify(contacts.options.parse(options)));
  const prepare = createPreparer(contacts, columns, { mapping, fieldRules: [] }, parsed);
  return rows.map((values, index) => prepare({ number: index + 1, line: index + 2, values }));
}

/** One row, given as columns and cells. */
export function prepareRow(cells: { readonly [column: string]: string }, options?: { [name: string]: string }) {
  const [prepared] = prepareRows(Object.keys(cells), [Object.values(cells)], options);
  if (prepared === undefined) throw new Error('One row gives one prepared row.');
  return prepared;
}

/** The contacts of a row that has no fault. */
export function contactsOf(
  cells: { readonly [column: string]: string },
  options?: { [name: string]: string },
): ContactFields[] {
  const { inputs, errors } = prepareRow(cells, options);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return inputs.filter(isContact);
}

function isContact(input: unknown): input is ContactFields {
  return typeof input === 'object' && input !== null && 'phone' in input && 'metadata' in input;
}
