import type { ImporterInfo } from '../../api/types.ts';

/** The types of fields whose values depend on how the source writes dates. */
const DATE_TYPES = ['date', 'datetime'];

export function isDateField({ type }: { readonly type: string }): boolean {
  return DATE_TYPES.includes(type);
}

/** Whether it matters to the importer how the source writes dates. */
export function takesDates({ fields }: Pick<ImporterInfo, 'fields'>): boolean {
  return fields.some(isDateField);
}
