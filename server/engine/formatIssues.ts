import type { FormatHints } from '../sources/types.ts';
import { dateFormatIssue } from './dateFormat.ts';
import type { MappingIssue } from './valueMap.ts';

/** The last row of a spreadsheet, and more than any header is down a file. */
const LAST_ROW = 1_048_576;

/** What is wrong with what was said of a source's format, as far as that shows without the source. */
export function formatIssues({ headerRow, dateFormat }: FormatHints): MappingIssue[] {
  const issues: MappingIssue[] = [];
  if (headerRow !== undefined && (headerRow < 0 || headerRow > LAST_ROW)) {
    const message = `Give a line from 1 to ${LAST_ROW}, or 0 where the source has no header.`;
    issues.push({ path: ['format', 'headerRow'], message });
  }
  const wrong = dateFormat === undefined || dateFormat === '' ? null : dateFormatIssue(dateFormat);
  if (wrong !== null) issues.push({ path: ['format', 'dateFormat'], message: wrong });
  return issues;
}
