import { message } from '../../messages/catalogue.ts';
import type { Json } from '../../sdk/json.ts';
import type { SourceWarning } from '../types.ts';

/** Whether a row says nothing: white space is a value in no table of several columns. */
export function isBlankRow(values: readonly Json[]): boolean {
  return values.every(isBlank);
}

function isBlank(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

export function blankRowsWarning(count: number): SourceWarning[] {
  return count === 0 ? [] : [{ ...message('BLANK_ROWS'), count }];
}
