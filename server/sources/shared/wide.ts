import { SourceError } from '../types.ts';
import { maxCells, maxColumns } from './limits.ts';

/** `line`: of the file, or of the sheet. */
export function tooWide(line: number): SourceError {
  return new SourceError(
    'TOO_MANY_COLUMNS',
    `The row on line ${line} has more than ${maxCells} cells, and at most ${maxColumns} columns are read. ` +
      'Remove the cells that are too many, or name the delimiter if the wrong one was found.',
  );
}
