import { blame, isUniqueViolation } from './faults.ts';
import { importerFault, type PlacedFault } from './prepare.ts';
import { duplicateValue } from './recordIndex.ts';
import { sqlState } from './store/database.ts';

/** The fault of a row that could not be written, in words of our own: what Postgres says may quote other rows. */
export function databaseFault(error: unknown): PlacedFault {
  if (isUniqueViolation(error)) return duplicateValue();
  const state = sqlState(error);
  if (state === null || blame(error) === 'unknown') return importerFault(error);
  const constraint = constraintOf(error);
  const where = constraint === null ? '' : ` (${constraint})`;
  return {
    code: 'REFUSED_BY_DATABASE',
    message: `The database refuses this row with SQLSTATE ${state}${where}: correct its values.`,
  };
}

function constraintOf(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('constraint' in current && typeof current.constraint === 'string') return current.constraint;
  }
  return null;
}
