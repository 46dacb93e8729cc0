import type { RowError } from '../../../../api/types.ts';
import { useSaid } from '../../../../said/useSaid.ts';

/** What is wrong and how to mend it, in the person's language: the server's own sentence, else by its code. */
export function useFaultWords(): (error: RowError) => string {
  const said = useSaid();
  return ({ code, message }) => said(message, `sluice.faults.${code}`);
}
