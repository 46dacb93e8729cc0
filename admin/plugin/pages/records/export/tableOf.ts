/** What a file says of a record: the names of its columns with their texts, in their order. */
export type Cells = Readonly<Record<string, string>>;

/** The header and a line for each record; a column that some records have is there for all. Empty ones are left out. */
export function tableOf(records: readonly Cells[]): string[][] {
  const columns = new Set<string>();
  const filled = new Set<string>();
  for (const record of records) {
    for (const [name, text] of Object.entries(record)) {
      columns.add(name);
      if (text !== '') filled.add(name);
    }
  }
  const names = [...columns].filter((name) => filled.has(name));
  return [names, ...records.map((record) => names.map((name) => record[name] ?? ''))];
}
