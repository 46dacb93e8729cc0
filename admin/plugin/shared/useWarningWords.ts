import { useTranslate } from 'react-admin';

interface Coded {
  readonly code: string;
  readonly message: string;
  readonly column?: string | null;
}

/** A warning by its code in the person's language; one that no language knows in the server's words. */
export function useWarningWords(): (warning: Coded) => string {
  const translate = useTranslate();
  return ({ code, message, column }) => translate(`sluice.warnings.${code}`, { _: message, column: column ?? '' });
}
