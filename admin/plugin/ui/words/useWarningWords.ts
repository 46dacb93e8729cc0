import { useSaid } from '../../said/useSaid.ts';

interface Coded {
  readonly code: string;
  readonly message: string;
}

/** A warning in the person's language: the server's own sentence, else by its code. */
export function useWarningWords(): (warning: Coded) => string {
  const said = useSaid();
  return ({ code, message }) => said(message, `sluice.warnings.${code}`);
}
