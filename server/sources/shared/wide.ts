import { message } from '../../messages/catalogue.ts';
import { SourceError } from '../types.ts';
import { maxCells, maxColumns } from './limits.ts';

/** `line`: of the file, or of the sheet. */
export function tooWide(line: number): SourceError {
  const cause = message('ROW_TOO_WIDE', { line, limit: maxCells, columns: maxColumns });
  return new SourceError(message('TOO_MANY_COLUMNS', { cause }));
}
