import type { AnyImporter } from '../../sdk/importer.ts';
import { FOOTER_IGNORED, footerWarning } from '../../sources/shared/footer.ts';
import type { RowGroup, SourceFormat, SourceRow } from '../../sources/types.ts';
import { createPreparer } from '../apply/prepare.ts';
import type { ImportState } from '../model/import.ts';

/**
 * Treats lines below a file's table as rows if the importer can read them: a line with an e-mail address after a blank
 * line is a contact, and "Total: 5" is not. Plain text does not count, since any line would pass for a name.
 */
export async function* withFooterRows(
  groups: AsyncIterable<RowGroup>,
  importer: AnyImporter,
  sourceFormat: SourceFormat,
  state: Pick<ImportState, 'mapping' | 'fieldRules' | 'options'>,
): AsyncGenerator<RowGroup, void, undefined> {
  const [column] = sourceFormat.columns;
  const field = state.mapping.find((entry) => entry.column === column)?.field;
  const tells = field != null && field !== importer.catchAll && importer.fields[field]?.type !== 'text';
  for await (const group of groups) {
    const { footer, ...rest } = group;
    // In a file of failed rows, columns stand that are none of the import's.
    if (!footer || !tells || sourceFormat.fileColumns) {
      yield rest;
      continue;
    }
    const prepare = createPreparer(importer, sourceFormat.columns, state, state.options, sourceFormat);
    const isRow = (row: SourceRow) => prepare(row).errors.length === 0;
    yield joined(
      rest,
      footer.rows.filter(isRow),
      footer.rows.filter((row) => !isRow(row)),
      footer.end,
    );
  }
}

function joined(
  { rows, end, warnings = [], ...group }: RowGroup,
  found: readonly SourceRow[],
  ignored: readonly SourceRow[],
  footerEnd: RowGroup['end'],
): RowGroup {
  if (found.length === 0) return { ...group, rows, end, warnings };
  const numbered = found.map((row, index) => ({ ...row, number: end.row + index + 1 }));
  const left = footerWarning(ignored);
  return {
    ...group,
    rows: [...rows, ...numbered],
    end: { ...footerEnd, row: end.row + found.length },
    warnings: [...(left ? [left] : []), ...warnings.filter(({ code }) => code !== FOOTER_IGNORED)],
  };
}
