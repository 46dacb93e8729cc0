import type { SourceFormatInput } from '../../../../../gql/generated/graphql.ts';
import type { ImporterInfo } from '../../../../api/types.ts';
import { takesDates } from '../../../../ui/format/takesDates.ts';

/** The types of fields whose values depend on how the source writes numbers. */
const NUMBER_TYPES = ['integer', 'number', 'numeric', 'bigint', 'decimal'];

/** Whether it matters to the importer how the source writes numbers and dates. */
export function takesLocale(importer: Pick<ImporterInfo, 'fields'>): boolean {
  return takesDates(importer) || importer.fields.some(({ type }) => NUMBER_TYPES.includes(type));
}

/**
 * The format with the locale of the user's language, unless one was chosen. English says nothing of how dates and numbers
 * are written: half of its speakers write the day first.
 */
export function withLocale(
  format: SourceFormatInput,
  importer: Pick<ImporterInfo, 'fields'>,
  language: string,
): SourceFormatInput {
  const isKnown = format.locale !== undefined && format.locale !== null;
  return isKnown || language.startsWith('en') || !takesLocale(importer) ? format : { ...format, locale: language };
}

/** Offered, each with a number as it writes it; empty: a decimal point and no grouping. */
export const LOCALES = [
  ...['', 'de', 'de-AT', 'de-CH', 'en-US', 'en-GB', 'fr', 'es', 'it', 'nl', 'pl', 'pt-BR', 'sv'],
] as const;
