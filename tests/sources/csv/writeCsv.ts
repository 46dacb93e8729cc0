export interface WrittenDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly blankLines: boolean;
  readonly lastNewline: boolean;
}

/** A table as a correct writer writes it: what needs quotes has them, and quotes inside are doubled. */
export function writeCsv(table: readonly (readonly string[])[], dialect: WrittenDialect): string {
  const { newline, blankLines, lastNewline } = dialect;
  const lines = table.map((cells) => cells.map((cell) => written(cell, cells.length, dialect)).join(dialect.delimiter));
  return lines.join(blankLines ? newline + newline : newline) + (lastNewline ? newline : '');
}

function written(cell: string, cells: number, { delimiter, quote, quoteAll }: WrittenDialect): string {
  // An empty cell alone would be a blank line, and white space alone is one.
  const needed = [delimiter, quote, '\n', '\r'].some((part) => cell.includes(part)) || (cells === 1 && cell === '');
  return quoteAll || needed ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
}
