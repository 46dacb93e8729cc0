/** The path of a list, narrowed to what the filter says, as react-admin reads it from an address. */
export function filteredBy(path: string, filter: Readonly<Record<string, unknown>>): string {
  return `${path}?${new URLSearchParams({ filter: JSON.stringify(filter), page: '1' })}`;
}
