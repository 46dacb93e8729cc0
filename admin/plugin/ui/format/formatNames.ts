/** What encodings are called; the same in every language. */
export const ENCODINGS: readonly (readonly [name: string, label: string])[] = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252'],
  ['iso-8859-1', 'ISO-8859-1'],
  ['macintosh', 'Mac OS Roman'],
];

/** Delimiters that can be chosen, by their names in the messages under `sluice.wizard.delimiters`. */
export const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};
