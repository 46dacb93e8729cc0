/** The country's name in the reader's language, of its two capital letters (ISO 3166); null where they are none's. */
export function countryName(locale: string, code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(code) ?? null;
}
