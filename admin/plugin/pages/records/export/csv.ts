/** Excel takes a CSV for UTF-8 by this mark only; readers that know the standard skip it. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What makes a cell a formula, as the server's own files have it: https://owasp.org/www-community/attacks/CSV_Injection. */
const FORMULA = /(?<=^|[;\t\r\n])('*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/g;
/** A number, or that of a phone: harmless, and wanted as it is. */
const NUMBER = /^[+-]?[\d\s.,()-]*$/;

/** A file of RFC 4180 in which no cell is a formula to a spreadsheet. */
export function csvFile(lines: readonly (readonly string[])[]): Blob {
  const text = lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`);
  return new Blob([BYTE_ORDER_MARK, ...text], { type: 'text/csv;charset=utf-8' });
}

function cellOf(text: string): string {
  const plain = NUMBER.test(text) ? text : text.replace(FORMULA, "'$1");
  return /[",;\t\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
