import { useTranslate } from 'react-admin';
import type { RowError } from '../../../api/types.ts';

/** What is wrong and how to mend it, by the code in the person's language; else in the server's words. */
export function useFaultWords(): (error: RowError) => string {
  const translate = useTranslate();
  return ({ code, message }) => translate(`sluice.faults.${code}`, { _: message });
}
